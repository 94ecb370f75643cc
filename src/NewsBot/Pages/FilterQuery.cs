using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Wire;

namespace NewsBot.Pages;

/// <summary>
/// Represents the fields of a page that limit a question or a search: <c>?from=&amp;to=&amp;outlet=&amp;section=</c>. Immutable.
/// </summary>
/// <param name="Filter">The limits in the fields; ignores an unreadable day.</param>
/// <param name="Outlets">Names of outlets to choose from.</param>
/// <param name="HasSections">Whether articles have sections.</param>
public sealed record FilterQuery(ArticleFilter Filter, IReadOnlyList<string> Outlets, bool HasSections)
{
    private const int MaxNameChars = 200;

    /// <summary>Reads the fields.</summary>
    public static ArticleFilter Read(IQueryCollection query) =>
        new()
        {
            From = Day.TryParse(query["from"], out var from) ? from : null,
            To = Day.TryParse(query["to"], out var to) ? to : null,
            Outlet = NameOf(query["outlet"]),
            Section = NameOf(query["section"]),
        };

    /// <summary>Returns a message with the words of the fields, so that everything after it reads one grammar.</summary>
    public static string Append(string message, IQueryCollection query) =>
        message.Length > 0 && FilterWords.Write(Read(query)) is { Length: > 0 } words && !message.Contains(words, StringComparison.Ordinal)
            ? $"{message} {words}"
            : message;

    private static string? NameOf(string? written) =>
        written?.Trim() is { Length: > 0 and <= MaxNameChars } name && name.Any(char.IsLetterOrDigit) ? name : null;
}
