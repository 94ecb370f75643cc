using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Tells reports of one state of things from those of another: numbers grow, people are released, and both reports were right.</summary>
internal static class StateOfThings
{
    /// <summary>A report of other days tells of another stage, whatever its words are.</summary>
    private const int DaysApart = 3;

    /// <summary>Returns whether two reports may tell of one state of things; those without a day may.</summary>
    public static bool IsShared(Article one, Article other) =>
        one.PublishedOn is not { } first || other.PublishedOn is not { } second || Math.Abs(first.DayNumber - second.DayNumber) <= DaysApart;
}
