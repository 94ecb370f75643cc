using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents the words that an article must contain: words in any form, phrases as they are, an outlet. Immutable.</summary>
internal sealed partial class AlertQuery
{
    private const int MatchTimeoutMilliseconds = 1000;

    // Days are rejected, whatever they count from.
    private static readonly DateOnly AnyDay = new(2000, 1, 1);

    private AlertQuery(
        string text,
        IReadOnlyList<AnnotatedWord> words,
        IReadOnlyList<IReadOnlyList<string>> phrases,
        ArticleFilter filter
    ) => (Text, Words, Phrases, Filter) = (text, words, phrases, filter);

    /// <summary>Gets the text as typed, without the words of the filter.</summary>
    public string Text { get; }

    /// <summary>Gets the words that must all occur, those of phrases included.</summary>
    public IReadOnlyList<AnnotatedWord> Words { get; }

    /// <summary>Gets the phrases, each as its folded words.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Phrases { get; }

    /// <summary>Gets the outlet and section that the article must be of.</summary>
    public ArticleFilter Filter { get; }

    /// <summary>Reads the text of an alert, such as <c>drone "Red Square" outlet:Reuters</c>.</summary>
    /// <returns>The query, or a sentence that says what is wrong.</returns>
    public static (AlertQuery? Query, string? Problem) Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (rest, filter, unreadable) = FilterWords.Read(text, AnyDay);
        if (unreadable is not null || filter is not { From: null, To: null })
            return (
                null,
                $"An alert tells of new articles and cannot be limited to days: leave out “{unreadable ?? FilterWords.Write(filter with { Outlet = null, Section = null })}”."
            );
        if (rest.Count(IsQuotationMark) % 2 == 1)
            return (null, "A quotation mark is missing: write phrases like \"Red Square\".");
        var phrases = new List<IReadOnlyList<string>>();
        var words = new List<AnnotatedWord>();
        foreach (Match quoted in Phrase().Matches(rest))
        {
            var inside = AnnotatedText.Read(quoted.Groups["words"].Value).Words;
            if (inside.Count > 0)
                phrases.Add([.. inside.Select(word => word.Folded)]);
            words.AddRange(inside);
        }

        // "Near" and "over" join the words of an alert; an article may say the same with others.
        words.AddRange(
            AnnotatedText.Read(Phrase().Replace(rest, " ")).Words.Where(word => !word.IsStop && !English.Prepositions.Contains(word))
        );
        return words.Count > 0 || !filter.IsNone
            ? (new AlertQuery(rest, [.. words.DistinctBy(word => word.Stem)], phrases, filter), null)
            : (null, "Name at least one word to look for.");
    }

    private static bool IsQuotationMark(char c) => c is '"' or '“' or '”' or '„';

    [GeneratedRegex("[\"“”„](?<words>[^\"“”„]*)[\"“”„]", RegexOptions.CultureInvariant, MatchTimeoutMilliseconds)]
    private static partial Regex Phrase();
}
