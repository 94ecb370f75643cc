using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>One sentence, or two that follow each other in a passage, that may become a statement.</summary>
internal sealed class Candidate
{
    public required ArchivedArticle Article { get; init; }

    public required Passage Passage { get; init; }

    /// <summary>Number of its first sentence within the passage, from 0.</summary>
    public required int Number { get; init; }

    /// <summary>1 or 2.</summary>
    public required int SentenceCount { get; init; }

    /// <summary>Where the candidate stands in the article's text.</summary>
    public required TextRange Range { get; init; }

    public required AnnotatedText Words { get; init; }

    /// <summary>What a reader has just read: headline, the passage before, and the passage up to and after the candidate.</summary>
    public required CandidateContext Context { get; init; }

    /// <summary>The candidate with the sentence before it, which says who "he" is; null when it stands on its own.</summary>
    public Candidate? Resolved { get; init; }

    public string Source => Article.Article.Source;

    public bool Overlaps(Candidate other) => Article.Id == other.Article.Id && Range.Start < other.Range.End && other.Range.Start < Range.End;
}
