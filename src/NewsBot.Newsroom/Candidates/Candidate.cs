using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Represents one sentence, or two consecutive ones of a passage, that may become a statement.</summary>
internal sealed class Candidate
{
    public required ArchivedArticle Article { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>Gets the position of its first sentence within the passage, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>Gets the number of sentences, 1 or 2.</summary>
    public required int SentenceCount { get; init; }

    /// <summary>Gets the candidate's position in the article's text, in UTF-16 offsets.</summary>
    public required TextRange Range { get; init; }

    public required AnnotatedText Words { get; init; }

    /// <summary>Gets the words around the candidate.</summary>
    public required CandidateContext Context { get; init; }

    /// <summary>
    /// Gets the candidate together with the adjacent sentence that says who "he" is or completes its quotation; null if it is complete by
    /// itself.
    /// </summary>
    public Candidate? Resolved { get; init; }

    public string Source => Article.Article.Source;

    public bool Overlaps(Candidate other) =>
        Article.Id == other.Article.Id && Range.Start < other.Range.End && other.Range.Start < Range.End;
}
