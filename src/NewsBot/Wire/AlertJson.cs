using NewsBot.Newsroom.Alerts;

namespace NewsBot.Wire;

/// <summary>Represents what an alert has found as programs read it.</summary>
internal sealed record AlertJson
{
    /// <summary>Gets the words of the alert.</summary>
    public required string Topic { get; init; }

    /// <summary>Gets one line that says what was found.</summary>
    public required string Title { get; init; }

    /// <summary>Gets the stories.</summary>
    public required IReadOnlyList<AlertStoryJson> Stories { get; init; }

    /// <summary>Gets the articles that there was no room to quote.</summary>
    public required IReadOnlyList<AlertArticleJson> MoreReports { get; init; }

    /// <summary>Gets what has become of articles that earlier posts told.</summary>
    public required IReadOnlyList<DigestCorrectionJson> Corrected { get; init; }

    /// <summary>Gets the citations of all stories, by number.</summary>
    public required IReadOnlyList<CitationJson> Citations { get; init; }

    /// <summary>Maps a post.</summary>
    public static AlertJson From(AlertPost post) =>
        new()
        {
            Topic = post.Topic,
            Title = AlertText.Title(post),
            Stories =
            [
                .. post.Stories.Select(story => new AlertStoryJson(story.IsKnown, [.. story.Articles.Select(AlertArticleJson.From)])),
            ],
            MoreReports = [.. post.Others.Select(AlertArticleJson.From)],
            Corrected = [.. post.Corrected.Select(DigestCorrectionJson.From)],
            Citations = [.. post.Citations.Select(CitationJson.From)],
        };
}
