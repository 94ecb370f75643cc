namespace NewsBot.Newsroom.Desks;

/// <summary>Represents the desks of the newsroom. Immutable and thread-safe.</summary>
/// <param name="desks">The desks; a conversation named by several belongs to the first.</param>
public sealed class DeskList(IReadOnlyList<Desk> desks)
{
    /// <summary>Gets an empty list: everyone may see everything but articles under embargo.</summary>
    public static DeskList None { get; } = new([]);

    /// <summary>Gets the desks, in order.</summary>
    public IReadOnlyList<Desk> All => desks;

    /// <summary>
    /// Returns the desk of a conversation; null for a conversation without one, which may see everything but articles under embargo.
    /// </summary>
    public Desk? Of(string conversation) =>
        desks.FirstOrDefault(desk => desk.Channels.Contains(conversation, StringComparer.Ordinal))
        ?? desks.FirstOrDefault(desk => desk.Channels.Contains(Desk.Everywhere, StringComparer.Ordinal));

    /// <summary>
    /// Determines whether a conversation sees articles under embargo, marked as such: only those of a desk with that right do.
    /// </summary>
    public bool SeesEmbargoed(string conversation) => Of(conversation)?.SeesEmbargoed == true;

    /// <summary>Returns the desk with a name, regardless of case; null if there is none.</summary>
    public Desk? Named(string name) => desks.FirstOrDefault(desk => desk.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
