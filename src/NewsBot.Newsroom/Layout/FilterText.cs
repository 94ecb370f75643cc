using System.Globalization;
using NewsBot.Archive.Articles;

namespace NewsBot.Newsroom.Layout;

/// <summary>Describes in plain English which articles were searched.</summary>
public static class FilterText
{
    /// <summary>
    /// Returns a sentence such as "Searched 3 to 9 May 2023, outlet Reuters." It repeats words of the message: escape it.
    /// </summary>
    /// <param name="filter">The filter, not <see cref="ArticleFilter.None"/>.</param>
    public static string Searched(ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string?[] parts =
        [
            DaysOf(filter.From, filter.To),
            filter.Outlet is { } outlet ? $"outlet {outlet}" : null,
            filter.Section is { } section ? $"section {section}" : null,
        ];
        return $"Searched {string.Join(", ", parts.OfType<string>())}.";
    }

    /// <summary>
    /// Returns the days from one to another, both included: "3 to 9 May 2023", "from 3 May 2023"; null when neither is given.
    /// </summary>
    public static string? DaysOf(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) when first == last => Write(last, "d MMMM yyyy"),
            ({ } first, { } last) when (first.Year, first.Month) == (last.Year, last.Month) =>
                $"{Write(first, "%d")} to {Write(last, "d MMMM yyyy")}",
            ({ } first, { } last) when first.Year == last.Year => $"{Write(first, "d MMMM")} to {Write(last, "d MMMM yyyy")}",
            ({ } first, { } last) => $"{Write(first, "d MMMM yyyy")} to {Write(last, "d MMMM yyyy")}",
            ({ } first, null) => $"from {Write(first, "d MMMM yyyy")}",
            (null, { } last) => $"up to {Write(last, "d MMMM yyyy")}",
            _ => null,
        };

    private static string Write(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
