using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Desks;

/// <summary>Represents a group of channels with the same rights. Immutable and thread-safe.</summary>
public sealed record Desk
{
    /// <summary>Specifies, in <see cref="Channels"/>, every conversation that no other desk names.</summary>
    public const string Everywhere = "*";

    /// <summary>Gets the desk's name, as shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ids of channels and chats, as Teams and Discord write them.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>
    /// Gets the sections whose articles the desk may see, regardless of case; if empty, all sections, and articles without one.
    /// </summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>
    /// Gets the outlets whose articles the desk may see, as digests name them, regardless of case; if empty, all outlets.
    /// </summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Gets a value indicating whether the desk sees articles under embargo, marked as such. Default: false.</summary>
    public bool SeesEmbargoed { get; init; }

    /// <summary>Determines whether the desk may see an article by its section and outlet.</summary>
    public bool MaySee(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Holds(Sections, article.Section) && Holds(Outlets, OutletName.Of(article));
    }

    private static bool Holds(IReadOnlyList<string> names, string? name) =>
        names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
