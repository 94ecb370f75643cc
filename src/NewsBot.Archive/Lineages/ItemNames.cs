using System.Security.Cryptography;
using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.WireWords;

namespace NewsBot.Archive.Lineages;

/// <summary>
/// Provides the names by which versions of one item are found. They are looked up by hash, and matches are then compared in full.
/// </summary>
internal static class ItemNames
{
    private const string HeadlineMark = "headline\n";

    /// <summary>Returns the hash of a name.</summary>
    public static long Hash(string name) => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(name)));

    /// <summary>
    /// Returns the names by which others may refer to an article: its URL, item id, headline, and the source of which it is an earlier
    /// version. Its own source is looked up separately.
    /// </summary>
    public static IEnumerable<string> OwnOf(Article article, string? earlierOf) =>
        new[]
        {
            article.Url == article.Source ? null : UrlOf(article),
            article.ItemId,
            HeadlineOf(article.Headline),
            earlierOf,
        }.OfType<string>();

    /// <summary>Returns the names of the article that it says it replaces.</summary>
    public static IEnumerable<string> ClaimedBy(Article article) =>
        article.Replaces is not { } replaces ? []
        : article.IsStateReadFromText ? [replaces, HeadlineOf(replaces)]
        : [replaces];

    /// <summary>Determines whether a name is a headline.</summary>
    public static bool IsHeadline(string name) => name.StartsWith(HeadlineMark, StringComparison.Ordinal);

    /// <summary>Determines whether two articles are versions of one item.</summary>
    public static bool AreOfOneItem(LineageMember one, LineageMember other) =>
        IdentitiesOf(one).Intersect(IdentitiesOf(other), StringComparer.Ordinal).Any()
        || Names(one, other)
        || Names(other, one)
        || (one.Article.Replaces is { } replaced && replaced == other.Article.Replaces);

    /// <summary>Determines whether one article says that it replaces the other.</summary>
    public static bool Names(LineageMember one, LineageMember other)
    {
        if (one.Article.Replaces is not { } replaces)
            return false;
        if (replaces == other.Article.Source || IdentitiesOf(other).Contains(replaces))
            return true;
        var isOtherOutlet =
            one.Article.Outlet is { } outlet
            && other.Article.Outlet is { } another
            && !outlet.Equals(another, StringComparison.OrdinalIgnoreCase);
        return one.Article.IsStateReadFromText && !isOtherOutlet && HeadlineOf(replaces) == HeadlineOf(other.Article.Headline);
    }

    // An outlet's front page does not identify an item.
    private static string? UrlOf(Article article) =>
        article.Url is { } url && (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.PathAndQuery.Length > 1) ? url : null;

    private static string HeadlineOf(string headline) => HeadlineMark + WireHeadline.Key(headline);

    private static IEnumerable<string> IdentitiesOf(LineageMember member) =>
        new[] { member.Base, UrlOf(member.Article), member.Article.ItemId }.OfType<string>();
}
