using NewsBot.Newsroom.Desks;

namespace NewsBot.Settings;

/// <summary>Represents section <c>Digests</c>.</summary>
/// <param name="Managers">
/// Object ids (Microsoft Entra) of people who may change the digests of a Teams channel. Discord requires the permission Manage Server
/// instead, and in personal and group chats every member may.
/// </param>
/// <param name="Desks">What the digests and timelines of each conversation may show.</param>
internal sealed record DigestSettings(IReadOnlyList<string> Managers, DeskList Desks)
{
    /// <summary>Reads the section.</summary>
    public static DigestSettings Read(SettingsReader reader)
    {
        var (desks, staff) = (reader.Names("Digests:Desks"), reader.List("Access:EmbargoDesks"));
        foreach (var unknown in staff.Where(name => !desks.Contains(name, StringComparer.OrdinalIgnoreCase)))
            reader.Fail("Access:EmbargoDesks", $"names an unknown desk \"{unknown}\"", "name only desks listed under Digests:Desks");
        return new DigestSettings(
            reader.List("Digests:Managers"),
            new DeskList([
                .. desks.Select(name => new Desk
                {
                    Name = name,
                    Channels = reader.List($"Digests:Desks:{name}:Channels"),
                    Sections = reader.List($"Digests:Desks:{name}:Sections"),
                    Outlets = reader.List($"Digests:Desks:{name}:Outlets"),
                    SeesEmbargoed = staff.Contains(name, StringComparer.OrdinalIgnoreCase),
                }),
            ])
        );
    }
}
