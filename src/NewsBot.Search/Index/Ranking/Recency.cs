using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>How much the day of publication speaks for a passage when a query has a date.</summary>
/// <remarks>
/// Two curves, as the ages of the articles that answer news questions have two: those of the last days, and background that is worth less
/// slowly (Li, Croft, "Time-based language models", CIKM 2003, use an exponential for the first).
/// </remarks>
internal static class Recency
{
    private const double FreshDays = 10;
    private const double FreshDecay = 5;
    private const double BackgroundDays = 400;

    /// <summary>The worth of a day, 0 when the query has no date or the document none.</summary>
    public static double Of(int publishedDay, DateOnly? asOf, RankingWeights weights)
    {
        if (asOf is not { } day || publishedDay == Segment.NoDay || publishedDay > day.DayNumber)
            return 0;
        double age = day.DayNumber - publishedDay;
        return (weights.RecentDays * Math.Exp(-Math.Max(0, age - FreshDays) / FreshDecay))
            + (weights.RecentYear / (1 + (age / BackgroundDays)));
    }
}
