using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Writes an article's file, outlet and day on one line, wherever Teams shows a citation.</summary>
internal static class SourceLine
{
    private const int MaxHeadlineChars = 100;
    private const int MaxOutletChars = 80;

    /// <summary>
    /// Specifies the longest file name shown completely, in UTF-16 code units; of a longer one, such as a URL, the end is shown.
    /// </summary>
    private const int MaxFileChars = 200;

    private const string Between = " · ";

    /// <summary>
    /// Returns the line for a place that shows text as it is, with what readers know best first: <c>The Guardian · 3 May 2023 ·
    /// drones.txt</c>, or <c>drones.txt · no date</c>.
    /// </summary>
    /// <param name="source">The article's source.</param>
    /// <param name="outlet">The outlet; null if unknown.</param>
    /// <param name="published">Day of publication (UTC); null if unknown.</param>
    /// <param name="maxChars">UTF-16 code units, at least 40. The outlet is shortened first, then the beginning of the file.</param>
    public static string Short(string source, string? outlet, DateOnly? published, int maxChars)
    {
        var name = NotBlank(outlet) is { } known ? WordCut.At(known, maxChars / 4) : null;
        var day = Days.OrNone(published);
        var file = NotBlank(source) is { } whole ? EndOf(whole, maxChars - (name?.Length ?? 0) - day.Length - (2 * Between.Length)) : null;
        string?[] facts = published is null ? [name, file, day] : [name, day, file];
        return string.Join(Between, facts.OfType<string>());
    }

    /// <summary>Returns the line for a message in Markdown, with the headline before it; either links to the article.</summary>
    public static string WithHeadline(string headline, string source, string? outlet, DateOnly? published, string link) =>
        NotBlank(headline) is { } name
            ? $"{SafeLink.Around(SafeText.Markdown(WordCut.At(name, MaxHeadlineChars)), link)}{Between}{Markdown(source, outlet, published)}"
            : Markdown(source, outlet, published, link);

    /// <summary>Returns the line for a message in Markdown.</summary>
    /// <param name="source">The article's source.</param>
    /// <param name="outlet">The outlet; null if unknown.</param>
    /// <param name="published">Day of publication (UTC); null if unknown.</param>
    /// <param name="link">The article's page, to which the file links; null: none.</param>
    public static string Markdown(string source, string? outlet, DateOnly? published, string? link = null) =>
        Write(SafeText.Markdown, source, outlet, published, link);

    /// <summary>Returns the line for a TextBlock of a card.</summary>
    /// <inheritdoc cref="Markdown"/>
    public static string Card(string source, string? outlet, DateOnly? published, string? link) =>
        Write(SafeText.Card, source, outlet, published, link);

    /// <summary>
    /// Returns the headline; the source if an article has none, because Teams rejects a message with an unnamed citation.
    /// </summary>
    public static string NameOf(string headline, string source) => NotBlank(headline) ?? NotBlank(source) ?? "Article";

    /// <summary>Returns the text on one line; null if none of it is visible.</summary>
    public static string? NotBlank(string? text) =>
        SafeText.Plain(text ?? "") is var plain && string.IsNullOrWhiteSpace(plain) ? null : plain;

    private static string Write(Func<string, string> safe, string source, string? outlet, DateOnly? published, string? link)
    {
        string?[] facts =
        [
            NotBlank(source) is { } file ? SafeLink.Around(safe(EndOf(file, MaxFileChars)), link) : null,
            NotBlank(outlet) is { } name ? safe(WordCut.At(name, MaxOutletChars)) : null,
            Days.OrNone(published),
        ];
        return string.Join(Between, facts.OfType<string>());
    }

    private static string EndOf(string file, int maxChars)
    {
        if (file.Length <= maxChars)
            return file;
        var start = file.Length - maxChars + 1;
        return $"…{file[(char.IsLowSurrogate(file[start]) ? start + 1 : start)..]}";
    }
}
