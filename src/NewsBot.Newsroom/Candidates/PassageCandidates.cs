namespace NewsBot.Newsroom.Candidates;

/// <summary>Represents a passage with its candidates.</summary>
/// <param name="Candidates">Its sentences and pairs of sentences.</param>
/// <param name="Words">Its words.</param>
/// <param name="Headline">Stems of the content words of the article's headline.</param>
internal sealed record PassageCandidates(IReadOnlyList<Candidate> Candidates, AnnotatedPassage Words, IReadOnlySet<string> Headline);
