using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>The words around a candidate, as stems.</summary>
/// <param name="Near">Stems of the rest of its passage and of the passage before.</param>
/// <param name="Headline">Stems of the article's headline.</param>
/// <param name="Before">The sentence before the candidate in the article; null at its beginning.</param>
internal sealed record CandidateContext(IReadOnlySet<string> Near, IReadOnlySet<string> Headline, AnnotatedText? Before);
