using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Stories;

/// <summary>
/// Distinguishes reports of news from the other forms of articles: round-ups, live blogs, galleries, quizzes, guides, comment, reviews of
/// a year. Those name many events or none, so they join stories that have nothing in common. Thread-safe.
/// </summary>
internal static class ArticleForm
{
    /// <summary>A round-up or newsletter says what it is in its first words.</summary>
    private const int OpeningChars = 300;

    /// <summary>This many short names at the beginning of a headline are a list of what a round-up has.</summary>
    private const int LeastNamed = 4;

    private const int MostWordsNamed = 4;

    /// <summary>Separates what a headline names: commas and the like, and a full stop after a whole word, not an initial.</summary>
    private static readonly Regex ListBreak = new(@"[,;|] |: |(?<=\p{L}{3})\. ", RegexOptions.CultureInvariant);

    private static readonly Lazy<Dictionary<string, Regex>> Marks = new(() =>
        WordFile
            .Rows("article-forms")
            .GroupBy(row => row[0][0], row => row[1])
            .ToDictionary(place => place.Key, place => PatternOf(place.Key, place.SelectMany(marks => marks)), StringComparer.Ordinal)
    );

    /// <summary>Determines whether an article reports news, as far as its headline, address, section and first words show.</summary>
    public static bool IsNews(Article article)
    {
        var headline = Words(article.Headline);
        var address = Words($"{PathOf(article.Url) ?? PathOf(article.Source)}/");
        var opening = Words(article.Text[..Math.Min(OpeningChars, article.Text.Length)]);
        return !(
            Marks.Value["headline"].IsMatch(headline)
            || Marks.Value["headline"].IsMatch(address)
            || Marks.Value["beginning"].IsMatch(headline)
            || Marks.Value["ending"].IsMatch(headline)
            || Marks.Value["address"].IsMatch(address)
            || IsList(article.Headline)
            || Marks.Value["opening"].IsMatch(opening)
            || Marks.Value["start"].IsMatch(opening)
            || (article.Section is { } section && Marks.Value["section"].IsMatch(Words(section)))
        );
    }

    /// <summary>Determines whether a headline only names things: “Ukraine, R. Kelly, long COVID, hot zip codes”.</summary>
    private static bool IsList(string headline)
    {
        var named = 0;
        foreach (var part in ListBreak.Split(headline))
        {
            var words = part.Count(c => c == ' ') + 1;
            if (part.Length == 0 || words > MostWordsNamed)
                break;
            named++;
        }

        return named >= LeastNamed;
    }

    private static Regex PatternOf(string place, IEnumerable<string> marks)
    {
        var any = string.Join(
            '|',
            marks.Select(mark => Regex.Escape($" {mark} ").Replace(@"\*\ ", @"(?:\S+\ ){1,4}", StringComparison.Ordinal))
        );
        var pattern = place switch
        {
            "beginning" or "start" => $"^(?:{any})",
            "ending" => $"(?:{any})$",
            "section" => $"^(?:{any})$",
            "address" => $"/(?:{any})/",
            _ => any,
        };
        return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    private static string? PathOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsolutePath : null;

    /// <summary>Returns the words of a text in lower case between spaces, with # for a number, and colons and slashes as words.</summary>
    private static string Words(string text)
    {
        var words = new StringBuilder(" ");
        var word = new StringBuilder();
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c) || c is '\'' or '’')
                word.Append(c == '’' ? '\'' : char.ToLowerInvariant(c));
            else
            {
                End();
                if (c is ':' or '/')
                    words.Append(c).Append(' ');
            }
        }

        End();
        return words.ToString();

        void End()
        {
            var found = word.ToString().Trim('\'');
            word.Clear();
            if (found.Length > 0)
                words.Append(NumberWords.Read(found) is null ? found : "#").Append(' ');
        }
    }
}
