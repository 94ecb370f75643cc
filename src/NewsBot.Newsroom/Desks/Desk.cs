using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Desks;

/// <summary>Represents a group of channels and people with the same rights. Immutable and thread-safe.</summary>
public sealed record Desk
{
    /// <summary>Specifies, in <see cref="Channels"/>, every conversation that no other desk names.</summary>
    public const string Everywhere = "*";

    /// <summary>Gets the desk's name, as shown to people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the ids of channels and chats, as Teams and Discord write them.</summary>
    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>Gets the ids of people, as Teams (Microsoft Entra) and Discord write them.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Gets the articles that the desk may see.</summary>
    public ArticleSelection Articles { get; init; } = new();

    /// <summary>Gets a value indicating whether the desk sees articles under embargo, marked as such. Default: false.</summary>
    public bool SeesEmbargoed { get; init; }

    /// <summary>Gets what tells the desk from others with the same name, such as a narrower view of it.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Determines whether the desk may see an article.</summary>
    public bool MaySee(Article article) => Articles.Contains(article);

    /// <summary>Returns this desk's view of what another desk may see: never more than either.</summary>
    public Desk Within(Desk other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Articles = new ArticleSelection
            {
                Sections = Articles.Sections,
                Outlets = Articles.Outlets,
                Folders = Articles.Folders,
                Within = other.Articles,
            },
            SeesEmbargoed = SeesEmbargoed && other.SeesEmbargoed,
            Key = $"{other.Name}{other.Key}",
        };
    }
}
