namespace NewsBot.Newsroom.Desks;

/// <summary>The desks of the newsroom. Immutable and thread-safe.</summary>
/// <param name="desks">A conversation that several name belongs to the first.</param>
public sealed class DeskList(IReadOnlyList<Desk> desks)
{
    /// <summary>No desks: everybody may see everything.</summary>
    public static DeskList None { get; } = new([]);

    /// <summary>In their order.</summary>
    public IReadOnlyList<Desk> All => desks;

    /// <summary>The desk of a conversation; null for one without, which may see everything.</summary>
    public Desk? Of(string conversation) =>
        desks.FirstOrDefault(desk => desk.Channels.Contains(conversation, StringComparer.Ordinal)) ?? desks.FirstOrDefault(desk => desk.Channels.Contains(Desk.Everywhere, StringComparer.Ordinal));

    /// <summary>Returns whether a conversation sees, marked, what is under embargo: only one of a desk with that right does.</summary>
    public bool SeesEmbargoed(string conversation) => Of(conversation)?.SeesEmbargoed == true;

    /// <summary>The desk of a name, in any case; null when there is none.</summary>
    public Desk? Named(string name) => desks.FirstOrDefault(desk => desk.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
