using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Feedback;

/// <summary>Represents what a rated answer was taken from, as it stood then. Immutable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="Quote">The words that the answer quoted, verbatim; empty if not known.</param>
/// <param name="Passage">The passage around them, verbatim; null if it was no longer in the archive.</param>
public sealed record FeedbackCitation(string Source, string Quote, string? Passage = null)
{
    /// <summary>Returns the citations of an answer with the passages around them.</summary>
    /// <param name="newsroom">Finds the passages.</param>
    /// <param name="cited">Sources, quotes and their ranges in the articles' texts.</param>
    /// <param name="rights">What the reader may see.</param>
    /// <param name="cancellationToken">Cancels the reads.</param>
    public static async Task<IReadOnlyList<FeedbackCitation>> ReadAsync(
        INewsroom newsroom,
        IEnumerable<(string Source, string Quote, TextRange Range)> cited,
        ReaderRights rights,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(newsroom);
        ArgumentNullException.ThrowIfNull(cited);
        var citations = new List<FeedbackCitation>();
        foreach (var (source, quote, range) in cited)
        {
            var passage = await newsroom.PassageAsync(source, range, rights, cancellationToken).ConfigureAwait(false);
            citations.Add(new FeedbackCitation(source, quote, passage?.Text));
        }

        return citations;
    }
}
