using NewsBot.Archive.Articles;

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
    /// Returns the desk of a person in a place: the channel's where others read too, else the person's own; null for everything but
    /// articles under embargo. Where no desk names the channel, the person's own desk limits what is shown, but gives no embargo right.
    /// </summary>
    public Desk? Of(ReaderPlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var own = place.Person is { } person ? Naming(person, isPerson: true) : null;
        var named = Naming(place.Conversation, isPerson: false) ?? (place.Parent is { } parent ? Naming(parent, isPerson: false) : null);
        var everywhere = Naming(Desk.Everywhere, isPerson: false);
        if (place.IsPersonal)
            return named ?? own ?? everywhere;
        return named ?? everywhere ?? (own is null ? null : own with { SeesEmbargoed = false });
    }

    /// <summary>
    /// Returns the desks with the conversations and people that commands put on them. What the settings name stays where they put it.
    /// Whoever is on a desk that the settings no longer define sees no articles, so that removing a desk never widens what people see.
    /// </summary>
    public DeskList With(IReadOnlyCollection<DeskAssignment> assignments)
    {
        ArgumentNullException.ThrowIfNull(assignments);
        var free = assignments
            .Where(one => Naming(one.Id, one.IsPerson) is null)
            .ToLookup(one => one.Desk, StringComparer.OrdinalIgnoreCase);
        if (free.Count == 0)
            return this;
        var removed = free.Where(group => Named(group.Key) is null)
            .Select(group => new Desk
            {
                Name = group.Key,
                Channels = [],
                Articles = ArticleSelection.Nothing,
            });
        return new DeskList([
            .. desks
                .Concat(removed)
                .Select(desk =>
                    desk with
                    {
                        Channels = [.. desk.Channels, .. free[desk.Name].Where(one => !one.IsPerson).Select(one => one.Id)],
                        Users = [.. desk.Users, .. free[desk.Name].Where(one => one.IsPerson).Select(one => one.Id)],
                    }
                ),
        ]);
    }

    /// <summary>Returns the desk that names a conversation or a person itself; null if none does.</summary>
    /// <param name="id">The channel's id.</param>
    /// <param name="isPerson">Whether the id is a person's.</param>
    public Desk? Naming(string id, bool isPerson) =>
        desks.FirstOrDefault(desk => (isPerson ? desk.Users : desk.Channels).Contains(id, StringComparer.Ordinal));

    /// <summary>Returns the desk with a name, regardless of case; null if there is none.</summary>
    public Desk? Named(string name) => desks.FirstOrDefault(desk => desk.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
