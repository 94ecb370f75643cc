using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.WireWords;

/// <summary>Finds the embargo line of an item, as press offices and wires write it.</summary>
internal static partial class EmbargoWords
{
    /// <summary>Returns the article with the embargo in its text: until a time, or until staff release it where none can be read.</summary>
    /// <param name="article">The article as it was read.</param>
    /// <param name="lines">The headline and the first lines of the text.</param>
    public static Article Read(Article article, IReadOnlyList<string> lines)
    {
        if (article.EmbargoedUntil is not null || lines.FirstOrDefault(line => Line().IsMatch(line)) is not { } found)
            return article;
        // The time may be on the next line.
        var next = lines.SkipWhile(line => line != found).Skip(1).FirstOrDefault() ?? "";
        var said = Line().Match(found) is var match ? found[match.Index..] : found;
        var until =
            EmbargoTime.Read(said, article.Published) ?? (said.Any(char.IsDigit) ? null : EmbargoTime.Read(next, article.Published));
        return article with { EmbargoedUntil = until ?? Article.HeldUntilReleased, IsStateReadFromText = true };
    }

    // A year alone is not a time: "Embargo until 2027 agreed".
    private const string Time =
        @"(?:(?!20[0-9]{2}\b(?!-))[0-9]|(?:noon|midnight|further notice|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))";

    [GeneratedRegex(
        @"(?:\A\W*|[\[(]\s*)(?:(?:strictly|strict|under|news|press)\s+)*(?:"
            + @"embargoed\b(?=\s+(?:until|till|to|for|not|by|copy|material)\b|\s*\W*\z|\s*:|\s+[0-9]|[\])])"
            + @"|embargo\b(?=\s*(?:[:\-–—]|\b(?:until|till|expires|lifts|ends|time)\b)[\s:]*(?:(?:until|till|for|release|at|on)\s+){0,2}"
            + Time
            + @"|\s*\W*\z))"
            + @"|\A\W*(?-i:EMBARGOED)\s*[-:–—]"
            + @"|(?:\A\W*|[\[(]\s*)hold(?:ing)?\s+for\s+release\b"
            + @"|(?:\A\W*|[\[(]\s*)not\s+for\s+(?:publication|release|broadcast|use)\b(?=[^.]{0,40}\b(?:before|until|till|prior)\b|\W*\z)"
            + @"|\A\W*for\s+release\b(?=[^.]{0,30}[0-9])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Line();
}
