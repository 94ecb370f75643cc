using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Candidates;

/// <summary>
/// Distinguishes reports of the same state of affairs from reports of different ones: numbers grow, people are released, and both reports
/// were right.
/// </summary>
internal static class StateOfThings
{
    /// <summary>Maximum number of days between reports of the same state of affairs, whatever their words.</summary>
    private const int DaysApart = 3;

    /// <summary>Determines whether two reports may describe the same state of affairs; those without a day may.</summary>
    public static bool IsShared(Article one, Article other) =>
        one.PublishedOn is not { } first
        || other.PublishedOn is not { } second
        || Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart;
}
