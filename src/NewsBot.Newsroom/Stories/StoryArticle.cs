using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Stories;

/// <summary>An article as grouping sees it: its words and its day, nothing else. Immutable.</summary>
public sealed record StoryArticle
{
    /// <summary>What the caller knows the article by. Grouping hands it back and never looks at it.</summary>
    public required string Key { get; init; }

    /// <summary>Headline and body, or the body alone where it begins with the headline.</summary>
    public required string Text { get; init; }

    /// <summary>Day of publication (UTC); null where it is not known: such an article may belong to a story of any day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Returns an article as grouping sees it, known by its source.</summary>
    public static StoryArticle Of(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return new StoryArticle { Key = article.Source, Text = StoryFile.TextOf(article), Day = article.PublishedOn };
    }
}
