using System.Buffers;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.WireWords;

/// <summary>Reads state and embargo from the text of an item, where its fields do not give them. Thread-safe.</summary>
public static class WireReader
{
    private const int MostLines = 8;
    private const int MostChars = 400;

    // Everything that the patterns find contains one of these; most articles contain none, so their lines need not be read.
    private static readonly SearchValues<string> Signs = SearchValues.Create(
        [
            "embargo",
            "for release",
            "not for",
            "kill",
            "withdraw",
            "retract",
            "correct",
            "clarifies",
            "misstated",
            "misspelled",
            "misidentified",
            "update",
            "wrapup",
            "refile",
            "rpt",
            "recast",
            "writethru",
            "st ld",
            "nd ld",
            "rd ld",
            "th ld",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>
    /// Returns the article, marked with <see cref="Article.IsStateReadFromText"/> where its text gives a state or embargo.
    /// </summary>
    public static Article Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
        if (
            article.Headline.AsSpan().IndexOfAny(Signs) < 0
            && article.Text.AsSpan(0, Math.Min(article.Text.Length, MostLines * MostChars)).IndexOfAny(Signs) < 0
        )
            return article;
        var lines = new List<string> { article.Headline };
        foreach (var line in article.Text.AsSpan().EnumerateLines())
        {
            if (lines.Count > MostLines)
                break;
            if (!line.IsWhiteSpace())
                lines.Add(line[..Math.Min(line.Length, MostChars)].Trim().ToString());
        }

        return EmbargoWords.Read(StateWords.Read(article, lines), lines);
    }
}
