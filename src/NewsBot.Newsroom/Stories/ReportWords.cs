using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Candidates;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Stories;

/// <summary>Represents the content words of an article: those of its headline, and those of its headline and text. Immutable.</summary>
internal sealed class ReportWords
{
    /// <summary>Specifies the length of the beginning that says what an article reports, in UTF-16 code units.</summary>
    public const int LeadChars = 2500;

    private const int MostWordsOfSite = 3;

    private readonly HashSet<string> headline;
    private readonly HashSet<string> all;
    private readonly HashSet<(string, string)> names;

    private ReportWords(HashSet<string> headline, HashSet<string> text, HashSet<(string, string)> names)
    {
        this.headline = headline;
        this.names = names;
        all = [.. headline, .. text];
    }

    /// <summary>Gets the number of content words in the headline.</summary>
    public int InHeadline => headline.Count;

    /// <summary>Returns the words of an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="chars">The length of the beginning of its text to read, in UTF-16 code units.</param>
    public static ReportWords Of(Article article, int chars = int.MaxValue) =>
        new(
            InHeadlineOf(article),
            AnnotatedPassage.StemsOf([AnnotatedText.Read(article.Text[..Math.Min(chars, article.Text.Length)])]),
            NamesIn(AnnotatedText.Read(article.Headline).Words)
        );

    /// <summary>Determines whether both headlines have one name of at least two words, such as a person's in full.</summary>
    public bool SharesName(ReportWords other) => names.Overlaps(other.names);

    /// <summary>Returns the share of another report's headline, 0 to 1, that this report contains.</summary>
    public double Tells(ReportWords other) =>
        other.headline.Count == 0 ? 0 : (double)other.headline.Count(all.Contains) / other.headline.Count;

    /// <summary>Returns the stems of the content words of a headline, without the name of the site that pages put after it.</summary>
    public static HashSet<string> InHeadlineOf(Article article)
    {
        var headline = article.Headline;
        var end = Math.Max(headline.LastIndexOf(" | ", StringComparison.Ordinal), headline.LastIndexOf(" - ", StringComparison.Ordinal));
        var isSite = end > 0 && headline.AsSpan(end + 3).Count(' ') < MostWordsOfSite;
        return AnnotatedPassage.StemsOf([AnnotatedText.Read(isSite ? headline[..end] : headline)]);
    }

    private static HashSet<(string, string)> NamesIn(IReadOnlyList<AnnotatedWord> words) =>
        words
            .Zip(words.Skip(1))
            .Where(pair => IsName(pair.First) && IsName(pair.Second) && pair.Second.BreakBefore == WordBreak.None)
            .Select(pair => (pair.First.Stem, pair.Second.Stem))
            .ToHashSet();

    private static bool IsName(AnnotatedWord word) => word.IsCapital && !word.IsStop && !TimeWords.IsCalendar(word);
}
