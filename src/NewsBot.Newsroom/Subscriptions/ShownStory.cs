using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Naming;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a story that a conversation was shown, to follow it. Immutable.</summary>
/// <param name="Headline">The headline.</param>
/// <param name="Sources">The sources of its articles.</param>
/// <param name="Newest">The day of its newest article (UTC); null when unknown.</param>
internal sealed record ShownStory(string Headline, IReadOnlyList<string> Sources, DateOnly? Newest = null)
{
    /// <summary>Returns the story of an article.</summary>
    /// <param name="article">The article, whose source is the first.</param>
    /// <param name="others">The other articles of its story.</param>
    public static ShownStory Of(Article article, IReadOnlyList<Article> others) =>
        new(
            Headlines.Of(article),
            [article.Source, .. others.Select(other => other.Source)],
            others.Append(article).Max(report => report.PublishedOn)
        );

    /// <summary>Returns the stories of a digest, in order.</summary>
    public static IReadOnlyList<ShownStory> Of(Digest digest) =>
        [
            .. digest.Stories.Select(story => new ShownStory(
                story.Headline,
                [.. story.Sources.Select(source => source.Source)],
                story.Sources.Max(source => source.Published)
            )),
        ];
}
