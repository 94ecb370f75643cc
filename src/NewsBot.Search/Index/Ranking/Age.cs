using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Ranking;

/// <summary>How much the day of publication speaks for a passage when a query has a date.</summary>
/// <remarks>
/// Curves rather than one: the ages of the articles that answer news questions are those of the last days, and background that is worth less
/// slowly (Li, Croft, "Time-based language models", CIKM 2003, use an exponential for the first). Quizzes ask on Friday about the week, and
/// readers on Monday: hence the plateau.
/// </remarks>
internal static class Age
{
    private const double FreshDays = 10;
    private const double FreshDecay = 2.5;
    private const double RecentDecay = 30;
    private const double BackgroundDays = 400;

    /// <summary>Sets the signs of a document's day.</summary>
    public static void SetSigns(double[] signs, int publishedDay, DateOnly? asOf, bool isAboutThePresent)
    {
        if (asOf is not { } day)
            return;
        if (publishedDay == Segment.NoDay)
        {
            signs[(int)Sign.Undated] = 1;
            return;
        }

        double age = Math.Max(0, day.DayNumber - publishedDay);
        var fresh = Math.Exp(-Math.Max(0, age - FreshDays) / FreshDecay);
        signs[(int)Sign.Fresh] = fresh;
        signs[(int)Sign.FreshAndAskedFor] = isAboutThePresent ? fresh : 0;
        signs[(int)Sign.Recent] = Math.Exp(-age / RecentDecay);
        signs[(int)Sign.Background] = 1 / (1 + (age / BackgroundDays));
    }
}
