using NewsBot.Newsroom.Desks;

namespace NewsBot.Settings;

/// <summary>Section <c>Digests</c>.</summary>
/// <param name="Managers">
/// Object ids (Microsoft Entra) of people who may change the digests of a Teams channel. Discord asks for the permission Manage Server
/// instead, and personal and group chats let everybody who is in them.
/// </param>
/// <param name="Desks">What the digests and timelines of which conversations may show.</param>
internal sealed record DigestSettings(IReadOnlyList<string> Managers, DeskList Desks)
{
    /// <summary>Reads the section.</summary>
    public static DigestSettings Read(SettingsReader reader)
    {
        var (desks, staff) = (reader.Names("Digests:Desks"), reader.List("Access:EmbargoDesks"));
        foreach (var unknown in staff.Where(name => !desks.Contains(name, StringComparer.OrdinalIgnoreCase)))
            reader.Fail("Access:EmbargoDesks", $"holds \"{unknown}\"", "name desks of Digests:Desks only");
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
