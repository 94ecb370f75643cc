using System.Collections.Immutable;

namespace NewsBot.Search.Index.Ranking;

/// <summary>What each <see cref="Sign"/> is worth, in parts of the best score that the query's terms could give. Immutable.</summary>
/// <remarks>
/// Rounded values between those that coordinate ascent found on parts of the news questions and of the two judged collections;
/// docs/benchmarks.md has what each is worth. Weights that were learned (ListNet over 22 signs, also the questions' names, figures and kinds of
/// answers, passages beside, an article's best passage) did no better on questions that they were not learned from: 0.475 to 0.481 of the
/// first hits against 0.481. Those signs are gone.
/// </remarks>
internal sealed record RankingWeights
{
    /// <summary>Number of signs.</summary>
    public static readonly int SignCount = Enum.GetValues<Sign>().Length;

    /// <summary>How many of the best passages by terms alone are ranked again.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Another spelling of a name, where the name itself counts 1: see <see cref="SpellingVariants"/>.</summary>
    public double Spellings { get; init; } = 0.5;

    /// <summary>By <see cref="Sign"/>.</summary>
    public ImmutableArray<double> Signs { get; init; } = [.. Enum.GetValues<Sign>().Select(Usual)];

    /// <summary>What a sign is worth.</summary>
    public double this[Sign sign] => Signs[(int)sign];

    /// <summary>The same without some signs.</summary>
    public RankingWeights Without(params ReadOnlySpan<Sign> signs)
    {
        var changed = Signs.ToBuilder();
        foreach (var sign in signs)
            changed[(int)sign] = 0;
        return this with { Signs = changed.ToImmutable() };
    }

    private static double Usual(Sign sign) => sign switch
    {
        Sign.Pairs => 0.2,
        Sign.Lead => 0.12,
        Sign.ArticleCoverage => 0.3,
        Sign.ArticleScore => 0.15,
        Sign.HeadlineCoverage => 0.06,
        Sign.Feedback => 0.2,
        Sign.TopicFeedback => 0.65,
        Sign.Fresh => 0.2,
        Sign.Background => 0.06,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, null),
    };
}
