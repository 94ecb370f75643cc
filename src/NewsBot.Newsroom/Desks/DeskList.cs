namespace NewsBot.Newsroom.Desks;

/// <summary>Represents the desks of the newsroom. Immutable and thread-safe.</summary>
/// <param name="desks">The desks; a conversation or person named by several belongs to the first.</param>
public sealed class DeskList(IReadOnlyList<Desk> desks)
{
    /// <summary>Gets an empty list: everyone may see everything but articles under embargo.</summary>
    public static DeskList None { get; } = new([]);

    /// <summary>Gets the desks, in order.</summary>
    public IReadOnlyList<Desk> All => desks;

    /// <summary>
    /// Returns the desk of a conversation; null for a conversation without one, which may see everything but articles under embargo.
    /// </summary>
    public Desk? Of(string conversation) => Naming(conversation) ?? Naming(Desk.Everywhere);

    /// <summary>
    /// Returns the desk of a person in a place: the channel's where others read too, else the person's own; null for everything but
    /// articles under embargo. Where no desk names the channel, the person's own desk limits what is shown, but gives no embargo right.
    /// </summary>
    public Desk? Of(ReaderPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var own = place.Person is { } person ? desks.FirstOrDefault(desk => desk.Users.Contains(person, StringComparer.Ordinal)) : null;
        var named = Naming(place.Conversation) ?? (place.Parent is { } parent ? Naming(parent) : null);
        if (place.IsPersonal)
            return named ?? own ?? Naming(Desk.Everywhere);
        return named ?? Naming(Desk.Everywhere) ?? (own is null ? null : own with { SeesEmbargoed = false });
    }

    /// <summary>Returns the desk with a name, regardless of case; null if there is none.</summary>
    public Desk? Named(string name) => desks.FirstOrDefault(desk => desk.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private Desk? Naming(string channel) => desks.FirstOrDefault(desk => desk.Channels.Contains(channel, StringComparer.Ordinal));
}
