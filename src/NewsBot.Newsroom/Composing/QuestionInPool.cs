using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Composing;

/// <summary>A question beside the passages that were retrieved for it.</summary>
internal sealed class QuestionInPool
{
    /// <summary>A word that stands in every retrieved passage still keeps this share of its weight.</summary>
    private const double LeastShare = 0.35;

    public QuestionInPool(Question question, IReadOnlyList<PassageCandidates> pool)
    {
        Question = question;
        Matchers = [.. question.Terms.Select(term => new TermMatcher(term))];
        Weights = [.. question.Terms.Select(term => term.Weight * Rarity(term, pool))];
        var small = new HashSet<string>(StringComparer.Ordinal);
        foreach (var passage in pool) small.UnionWith(passage.SmallLetterWords);
        SmallLetterWords = small;
    }

    public Question Question { get; }

    /// <summary>One for each term, in order.</summary>
    public IReadOnlyList<TermMatcher> Matchers { get; }

    /// <summary>Weight of each term, in order.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Words that the passages write small: at the beginning of a sentence these are no names.</summary>
    public IReadOnlySet<string> SmallLetterWords { get; }

    /// <summary>Inverse document frequency over the retrieved passages, scaled from <see cref="LeastShare"/> (in all) to 1 (in none).</summary>
    private static double Rarity(QuestionTerm term, IReadOnlyList<PassageCandidates> pool)
    {
        var holding = pool.Count(passage => passage.Stems.Contains(term.Word.Stem));
        var rarity = Math.Log((pool.Count + 1.0) / (holding + 1.0)) / Math.Log(pool.Count + 1.0);
        return LeastShare + ((1 - LeastShare) * rarity);
    }
}
