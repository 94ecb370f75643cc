using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Finds the stories of articles that arrived together, once for each desk. Not thread-safe.</summary>
/// <param name="reports">Finds the other reports of a story.</param>
internal sealed class StoryFinder(OtherReports reports)
{
    private readonly Dictionary<(string Source, ReaderRights Rights), IReadOnlyList<string>> found = [];

    /// <summary>Returns the sources of the other articles of the same story that the reader may see.</summary>
    public async Task<IReadOnlyList<string>> OthersAsync(Article article, ReaderRights rights, CancellationToken cancellationToken)
    {
        if (found.TryGetValue((article.Source, rights), out var known))
            return known;
        var others = await reports.OfAsync(article, rights, cancellationToken).ConfigureAwait(false);
        return found[(article.Source, rights)] = [.. others.Select(other => other.Source)];
    }
}
