using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Search.Calendar;

namespace NewsBot.Newsroom.Dialogue;

/// <summary>
/// Reads and writes the words that limit a message to some articles: <c>from:2023-05-03</c>, <c>to:2023-05</c>, <c>from:yesterday</c>,
/// <c>outlet:Reuters</c>, <c>section:"World news"</c>. No space may follow the colon. Deterministic and thread-safe.
/// </summary>
public static partial class FilterWords
{
    private const int MatchTimeoutMilliseconds = 1000;

    /// <summary>Separates the words of a filter from a message.</summary>
    /// <param name="message">The message as received.</param>
    /// <param name="today">The day from which <c>from:yesterday</c> counts.</param>
    /// <returns>
    /// The other words, the filter, and the first filter word that cannot be read; null if all can. If one cannot be read, the message is
    /// returned unchanged, without a filter.
    /// </returns>
    public static (string Words, ArticleFilter Filter, string? Unreadable) Read(string message, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(message);
        var filter = ArticleFilter.None;
        var matches = Pattern().Matches(message);
        foreach (Match match in matches)
        {
            if (With(filter, match.Groups["key"].Value.ToLowerInvariant(), ValueOf(match), today) is not { } read)
                return (message, ArticleFilter.None, match.Value.Trim());
            filter = read;
        }

        return (
            matches.Count == 0
                ? message
                : Pattern().Replace(message, match => match.Groups["end"].Value + " ").Replace(" ?", "?", StringComparison.Ordinal).Trim(),
            filter,
            null
        );
    }

    /// <summary>Writes a filter in the form that <see cref="Read"/> reads; empty if it lets every article through.</summary>
    public static string Write(ArticleFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        string?[] words =
        [
            Write("from", DayOf(filter.From)),
            Write("to", DayOf(filter.To)),
            Write("outlet", filter.Outlet),
            Write("section", filter.Section),
        ];
        return string.Join(' ', words.OfType<string>());
    }

    private static string? Write(string key, string? value) =>
        string.IsNullOrWhiteSpace(value) ? null
        : value.All(char.IsLetterOrDigit) || DateOnly.TryParse(value, CultureInfo.InvariantCulture, out _) ? $"{key}:{value}"
        : $"{key}:\"{value.Replace('"', ' ').Trim()}\"";

    private static string? DayOf(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ValueOf(Match match) =>
        match.Groups["quoted"].Success ? match.Groups["quoted"].Value.Trim() : match.Groups["word"].Value;

    /// <summary>Returns the filter with one more limit; null if the value is not valid.</summary>
    private static ArticleFilter? With(ArticleFilter filter, string key, string value, DateOnly today)
    {
        if (!value.Any(char.IsLetterOrDigit))
            return null;
        switch (key)
        {
            case "outlet":
                return filter with { Outlet = value };
            case "section":
                return filter with { Section = value };
        }

        if (DaysOf(value, today) is not var (first, last))
            return null;
        var limited = key == "from" ? filter with { From = first } : filter with { To = last };
        return limited.From > limited.To ? null : limited;
    }

    private static (DateOnly First, DateOnly Last)? DaysOf(string value, DateOnly today)
    {
        if (DayReader.Read(value, today) is { } day)
            return (day, day);
        if (DateOnly.TryParseExact(value, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            return (month, month.LastOfMonth());
        return DateOnly.TryParseExact(value, "yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var year)
            ? (year, new DateOnly(year.Year, 12, 31))
            : null;
    }

    [GeneratedRegex(
        """(?<!\S)(?<key>from|to|outlet|section):(?:["“”](?<quoted>[^"“”]*)["“”]|(?<word>[^\s"“”]*?[^\s"“”?,.;!]))(?<end>[?,.;!]*)(?!\S)\s*""",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        MatchTimeoutMilliseconds
    )]
    private static partial Regex Pattern();
}
