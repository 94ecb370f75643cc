using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Computes how much the day of publication favours a passage when a query has a date.</summary>
/// <remarks>
/// Two curves, because the articles that answer news questions have two kinds of age: the last few days, and background, which loses
/// value slowly (Li, Croft, "Time-based language models", CIKM 2003, use an exponential for the first). On the Friday of a week's
/// questions, and on the Monday after, the whole week is equally fresh: hence the plateau.
/// </remarks>
internal static class Age
{
    private const double FreshDays = 10;
    private const double FreshDecay = 5;
    private const double BackgroundDays = 400;

    /// <summary>Sets the signals of a document's day.</summary>
    /// <param name="signs">The signals, by <see cref="Sign"/>.</param>
    /// <param name="publishedDay">The day of the document.</param>
    /// <param name="asOf">The day of the query.</param>
    public static void SetSigns(double[] signs, int publishedDay, int? asOf)
    {
        if (asOf is not { } day || publishedDay == Segment.NoDay)
            return;
        double age = Math.Max(0, day - publishedDay);
        signs[(int)Sign.Fresh] = Math.Exp(-Math.Max(0, age - FreshDays) / FreshDecay);
        signs[(int)Sign.Background] = 1 / (1 + (age / BackgroundDays));
    }
}
