using System.Collections.Immutable;

namespace NewsBot.Search.Index.Ranking;

/// <summary>
/// Represents the weight of each <see cref="Sign"/>, as a share of the best score possible for the query's terms. Immutable.
/// </summary>
/// <remarks>
/// Rounded values between those that coordinate ascent found on parts of the news questions and of the two judged collections;
/// docs/research/benchmarks.md shows what each is worth. Learned weights (ListNet over 22 signals, including the questions' names, figures
/// and kinds of answers, neighbouring passages, and an article's best passage) did no better on questions they were not trained on: 0.475
/// to 0.481 of the first hits, against 0.481. Those signals were dropped.
/// </remarks>
internal sealed record RankingWeights
{
    /// <summary>Represents the number of signals.</summary>
    public static readonly int SignCount = Enum.GetValues<Sign>().Length;

    /// <summary>Gets how many of the best passages by terms alone are ranked again.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Gets the weight of another spelling of a name, relative to the name itself: see <see cref="SpellingVariants"/>.</summary>
    public double Spellings { get; init; } = 0.5;

    /// <summary>Gets the weights, by <see cref="Sign"/>.</summary>
    public ImmutableArray<double> Signs { get; init; } = [.. Enum.GetValues<Sign>().Select(Usual)];

    /// <summary>Gets the weight of a signal.</summary>
    public double this[Sign sign] => Signs[(int)sign];

    /// <summary>Returns the same weights without some signals.</summary>
    public RankingWeights Without(params ReadOnlySpan<Sign> signs)
    {
        var changed = Signs.ToBuilder();
        foreach (var sign in signs)
            changed[(int)sign] = 0;
        return this with { Signs = changed.ToImmutable() };
    }

    private static double Usual(Sign sign) =>
        sign switch
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
