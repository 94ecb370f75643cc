using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>How much the day of publication speaks for a passage when a query has a date.</summary>
/// <remarks>
/// Two curves, as the ages of the articles that answer news questions have two: those of the last days, and background that is worth less
/// slowly (Li, Croft, "Time-based language models", CIKM 2003, use an exponential for the first). On the Friday of a week's questions, and the
/// Monday after it, all of that week is as fresh: hence the plateau.
/// </remarks>
internal static class Age
{
    private const double FreshDays = 10;
    private const double FreshDecay = 5;
    private const double BackgroundDays = 400;

    /// <summary>Sets the signs of a document's day.</summary>
    /// <param name="signs">By <see cref="Sign"/>.</param>
    /// <param name="publishedDay">The document's.</param>
    /// <param name="asOf">The query's.</param>
    public static void SetSigns(double[] signs, int publishedDay, int? asOf)
    {
        if (asOf is not { } day || publishedDay == Segment.NoDay)
            return;
        double age = Math.Max(0, day - publishedDay);
        signs[(int)Sign.Fresh] = Math.Exp(-Math.Max(0, age - FreshDays) / FreshDecay);
        signs[(int)Sign.Background] = 1 / (1 + (age / BackgroundDays));
    }
}
