namespace NewsBot.Newsroom.Composing;

/// <summary>What a passage offers.</summary>
/// <param name="Candidates">Its sentences and pairs of sentences.</param>
/// <param name="Stems">Stems of its content words.</param>
/// <param name="NameStems">Stems of its names and numbers.</param>
/// <param name="SmallLetterWords">Folded words that it writes small.</param>
internal sealed record PassageCandidates(IReadOnlyList<Candidate> Candidates, IReadOnlySet<string> Stems, IReadOnlySet<string> NameStems, IReadOnlySet<string> SmallLetterWords);
