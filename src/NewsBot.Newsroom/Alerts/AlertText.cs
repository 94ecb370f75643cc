using System.Globalization;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Writes the words of an alert's post that are the same in every channel. Plain text; thread-safe.</summary>
public static class AlertText
{
    /// <summary>Specifies the heading above further articles of a story that an earlier post told of.</summary>
    public const string NewInStory = "New in this story";

    /// <summary>Specifies the heading above articles that there was no room for.</summary>
    public const string OthersHeading = "Also found";

    /// <summary>Returns one line that says what the post is.</summary>
    public static string Title(AlertPost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        var topic = WhiteSpace.Fold(post.Topic);
        if (post.Stories.Count == 0)
            return $"Alert “{topic}”: correction";
        if (post.Form == AlertForm.Question)
            return $"The articles now answer “{topic}”";
        var articles = DigestText.Count(post.Stories.Sum(story => story.Articles.Count) + post.Others.Count, "article", "articles");
        if (post.IsCatchUp)
            return $"Alert “{topic}”: {articles} while it was silent";
        return post is { Stories: [{ IsKnown: true }], Others.Count: 0 }
            ? $"Alert “{topic}”: new in this story"
            : $"Alert “{topic}”: {articles}";
    }

    /// <summary>Returns the outlet, the time of publication and the file of an article.</summary>
    public static string Facts(AlertArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        var published =
            article.Published is not { } time ? "undated"
            : time.TimeOfDay == TimeSpan.Zero ? DigestText.DayOf(DateOnly.FromDateTime(time.UtcDateTime))
            : string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:d MMMM yyyy, HH:mm} UTC");
        var source = WhiteSpace.Fold(article.Source);
        return article.Outlet is { } outlet ? $"{WhiteSpace.Fold(outlet)} · {published} · {source}" : $"{published} · {source}";
    }

    /// <summary>Returns a line that says how to stop the alert or to pause it, or that it is over.</summary>
    /// <param name="post">The post.</param>
    /// <param name="stop">The command that stops it, as the channel writes it.</param>
    /// <param name="pause">The command that pauses it.</param>
    public static string Hint(AlertPost post, string stop, string pause)
    {
        ArgumentNullException.ThrowIfNull(post);
        return post.Form == AlertForm.Question && post.Stories.Count > 0
            ? "This alert has done its work and is over."
            : $"{stop} ends this alert, {pause} pauses it.";
    }
}
