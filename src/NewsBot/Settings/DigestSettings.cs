using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Settings;

/// <summary>Represents section <c>Digests</c>.</summary>
/// <param name="Managers">
/// Ids (Microsoft Entra, Discord) of people who may change desks and the digests of a Teams channel. For digests, Discord requires the
/// permission Manage Server instead, and in personal and group chats every member may.
/// </param>
/// <param name="Desks">What each conversation and person may see.</param>
/// <param name="HostDesk">
/// The desk of the pages, the API, assistants and the command line; null: everything but what is under embargo.
/// </param>
internal sealed record DigestSettings(IReadOnlyList<string> Managers, DeskList Desks, Desk? HostDesk)
{
    /// <summary>Gets the groups of each desk: people who sign in to the pages belong to the first desk that names one of theirs.</summary>
    public IReadOnlyList<(string Desk, IReadOnlyList<string> Groups)> DeskGroups { get; init; } = [];

    /// <summary>Reads the section.</summary>
    /// <param name="reader">The merged sources.</param>
    /// <param name="webhooks">The webhooks, which name their desks.</param>
    public static DigestSettings Read(SettingsReader reader, IReadOnlyList<WebhookSettings> webhooks)
    {
        var (desks, staff) = (reader.Names("Digests:Desks"), reader.List("Access:EmbargoDesks"));
        foreach (var webhook in webhooks.Where(one => one.Desk is { } desk && !desks.Contains(desk, StringComparer.OrdinalIgnoreCase)))
            reader.Fail(
                $"Webhooks:{webhook.Name}:Desk",
                $"names an unknown desk \"{webhook.Desk}\"",
                "name one of those under Digests:Desks"
            );
        foreach (var unknown in staff.Where(name => !desks.Contains(name, StringComparer.OrdinalIgnoreCase)))
            reader.Fail("Access:EmbargoDesks", $"names an unknown desk \"{unknown}\"", "name only desks listed under Digests:Desks");
        var list = new DeskList([
            .. desks.Select(name => new Desk
            {
                Name = name,
                Channels =
                [
                    .. reader.List($"Digests:Desks:{name}:Channels"),
                    .. webhooks
                        .Where(webhook => name.Equals(webhook.Desk, StringComparison.OrdinalIgnoreCase))
                        .Select(webhook => webhook.Order.Conversation),
                ],
                Users = reader.List($"Digests:Desks:{name}:Users"),
                Articles = new ArticleSelection
                {
                    Sections = reader.List($"Digests:Desks:{name}:Sections"),
                    Outlets = reader.List($"Digests:Desks:{name}:Outlets"),
                    Folders = reader.List($"Digests:Desks:{name}:Folders"),
                },
                SeesEmbargoed = staff.Contains(name, StringComparer.OrdinalIgnoreCase),
            }),
        ]);
        var own = reader.Text("Access:Desk");
        if (own is not null && list.Named(own) is null)
            reader.Fail("Access:Desk", $"names an unknown desk \"{own}\"", "add it under Digests:Desks, or correct the name");
        return new DigestSettings(reader.List("Digests:Managers"), list, own is null ? null : list.Named(own))
        {
            DeskGroups = [.. desks.Select(name => (name, reader.List($"Digests:Desks:{name}:Groups")))],
        };
    }
}
