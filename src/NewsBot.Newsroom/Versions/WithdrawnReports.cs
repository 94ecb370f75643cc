using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Versions;

/// <summary>Finds out whether an article on the question was withdrawn, so that the decline can say so. Thread-safe.</summary>
internal sealed class WithdrawnReports(PassageRetriever retriever)
{
    /// <summary>
    /// An article is on the question when one of its paragraphs and its headline together contain this share of the question's words.
    /// </summary>
    private const double OnQuestion = 0.6;

    /// <summary>Returns when the article nearest to a question was withdrawn (UTC); null when no withdrawn article was on it.</summary>
    public async Task<DateTimeOffset?> FindAsync(string question, ReaderRights rights, CancellationToken cancellationToken)
    {
        var asked = AnnotatedText.Read(question);
        var withdrawn = await retriever.RetrieveWithdrawnAsync(asked, rights, cancellationToken).ConfigureAwait(false);
        var stems = AnnotatedPassage.StemsOf([asked]);
        return withdrawn.FirstOrDefault(passage => IsOn(stems, CandidateReader.Read(passage)))?.Article.Standing.Withdrawal?.At;
    }

    private static bool IsOn(HashSet<string> stems, PassageCandidates passage) =>
        stems.Count > 0
        && stems.Count(stem => passage.Words.Stems.Contains(stem) || passage.Headline.Contains(stem)) >= OnQuestion * stems.Count;
}
