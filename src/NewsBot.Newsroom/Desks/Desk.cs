using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Desks;

/// <summary>A group of channels with the same rights. Immutable and thread-safe.</summary>
public sealed record Desk
{
    /// <summary>In <see cref="Channels"/>: every conversation that no other desk names.</summary>
    public const string Everywhere = "*";

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Ids of channels and chats, as Teams and Discord write them.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Sections whose articles it may see, in any case; empty: of all sections, and articles without one.</summary>
    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>Outlets whose articles it may see, in any case, as digests name them; empty: of all.</summary>
    public IReadOnlyList<string> Outlets { get; init; } = [];

    /// <summary>Whether it sees, marked, what is under embargo.</summary>
    public bool SeesEmbargoed { get; init; }

    /// <summary>Whether the desk may see an article.</summary>
    public bool MaySee(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return Holds(Sections, article.Section) && Holds(Outlets, OutletName.Of(article));
    }

    private static bool Holds(IReadOnlyList<string> names, string? name) => names.Count == 0 || (name is not null && names.Contains(name, StringComparer.OrdinalIgnoreCase));
}
