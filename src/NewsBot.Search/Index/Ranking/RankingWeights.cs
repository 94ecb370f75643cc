namespace NewsBot.Search.Index.Ranking;

/// <summary>What each sign of a good passage is worth, in parts of the best score that the query's terms could give.</summary>
/// <remarks>
/// The defaults are rounded values between those that coordinate ascent found on either half of the news questions and on the two judged
/// collections; docs/benchmarks.md has what each is worth. 0 takes a part out.
/// </remarks>
internal sealed record RankingWeights
{
    /// <summary>How many of the best passages by terms alone are ranked again.</summary>
    public int Depth { get; init; } = 200;

    /// <summary>Neighbouring terms of the query that are neighbours in the passage.</summary>
    public double Proximity { get; init; } = 0.2;

    /// <summary>Standing early in the article: newspapers put the news first. Divided by the passage's number from 1.</summary>
    public double Lead { get; init; } = 0.12;

    /// <summary>The share of the query's terms, by weight, that the whole article has.</summary>
    public double ArticleCoverage { get; init; } = 0.3;

    /// <summary>BM25 of the whole article.</summary>
    public double ArticleScore { get; init; } = 0.15;

    /// <summary>The share of the query's terms, by weight, that the headline has.</summary>
    public double HeadlineCoverage { get; init; } = 0.06;

    /// <summary>Terms that the first passages have in common: RM3.</summary>
    public double Feedback { get; init; } = 0.5;

    /// <summary>Published in the days before the query's date. See <see cref="Recency"/>.</summary>
    public double RecentDays { get; init; } = 0.2;

    /// <summary>Published in the year before the query's date. See <see cref="Recency"/>.</summary>
    public double RecentYear { get; init; } = 0.06;

    /// <summary>Another spelling of a name, where the name itself counts 1: see <see cref="SpellingVariants"/>.</summary>
    public double Spellings { get; init; } = 0.5;
}
