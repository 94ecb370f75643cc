using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Stories;

/// <summary>Represents an article for grouping: only its words and its day. Immutable.</summary>
public sealed record StoryArticle
{
    /// <summary>Gets the caller's key of the article. Grouping returns it and never reads it.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the headline and the body, or the body alone where it begins with the headline.</summary>
    public required string Text { get; init; }

    /// <summary>Gets the day of publication (UTC); null when unknown: such an article may belong to a story of any day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Returns an article for grouping, with its source as the key.</summary>
    public static StoryArticle Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new StoryArticle
        {
            Key = article.Source,
            Text = StoryFile.TextOf(article),
            Day = article.PublishedOn,
        };
    }
}
