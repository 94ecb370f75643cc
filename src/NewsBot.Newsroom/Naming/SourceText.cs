using System.Globalization;

namespace NewsBot.Newsroom.Naming;

/// <summary>Writes on one line where an article came from, for plain text. Thread-safe.</summary>
public static class SourceText
{
    /// <summary>Returns the source, the outlet and the day, such as <c>mill.txt, Ashford Gazette, 3 May 2023</c>.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="outlet">The outlet that published the article; left out if null, blank or the source itself.</param>
    /// <param name="published">The day of publication (UTC); left out if null.</param>
    public static string Of(string source, string? outlet, DateOnly? published)
    {
        string?[] facts =
        [
            source,
            string.IsNullOrWhiteSpace(outlet) || outlet == source ? null : outlet,
            published?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        ];
        return string.Join(", ", facts.OfType<string>());
    }
}
