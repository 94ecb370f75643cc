namespace NewsBot.Settings;

/// <summary>Section <c>Digests</c>.</summary>
/// <param name="Managers">
/// Object ids (Microsoft Entra) of people who may change the digests of a Teams channel. Discord asks for the permission Manage Server
/// instead, and personal and group chats let everybody who is in them.
/// </param>
internal sealed record DigestSettings(IReadOnlyList<string> Managers)
{
    /// <summary>Reads the section.</summary>
    public static DigestSettings Read(SettingsReader reader) => new(reader.List("Digests:Managers"));
}
