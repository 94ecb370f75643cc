using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Represents the words around a candidate.</summary>
/// <param name="Near">Stems of its passage and of the passage before.</param>
/// <param name="Headline">Stems of the article's headline.</param>
/// <param name="Before">The sentence before the candidate; null at the beginning of the article.</param>
internal sealed record CandidateContext(IReadOnlySet<string> Near, IReadOnlySet<string> Headline, AnnotatedText? Before);
