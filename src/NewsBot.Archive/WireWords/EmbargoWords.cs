using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.WireWords;

/// <summary>Finds the line that holds an item back, as press offices and wires write it.</summary>
internal static partial class EmbargoWords
{
    /// <summary>Returns the article with the embargo that its words put on it: until a time, or, where none can be read, until staff release it.</summary>
    /// <param name="article">As it was read.</param>
    /// <param name="lines">The headline and the first lines of the text.</param>
    public static Article Read(Article article, IReadOnlyList<string> lines)
    {
        if (article.EmbargoedUntil is not null || lines.FirstOrDefault(line => Line().IsMatch(line)) is not { } found)
            return article;
        // The time may stand on the line below.
        var next = lines.SkipWhile(line => line != found).Skip(1).FirstOrDefault() ?? "";
        var said = Line().Match(found) is var match ? found[match.Index..] : found;
        var until = EmbargoTime.Read(said, article.Published) ?? (said.Any(char.IsDigit) ? null : EmbargoTime.Read(next, article.Published));
        return article with { EmbargoedUntil = until ?? Article.HeldUntilReleased, IsStateReadFromText = true };
    }

    [GeneratedRegex(@"(?:\A\W*|[\[(]\s*)(?:(?:strictly|strict|under|news|press)\s+)*(?:"
        + @"embargoed\b(?=\s+(?:until|till|to|for|not|by|copy|material)\b|\s*\W*\z|\s*:|\s+[0-9]|[\])])"
        + @"|embargo\b(?=\s*[:\-–—]?\s*(?:until|till|to|for|expires|lifts|ends|time)?\b[^a-z]*(?:[^.]{0,40}[0-9]|\W*\z|.{0,40}\b(?:noon|midnight|further notice)\b)))"
        + @"|\A\W*EMBARGOED?\s*[-:–—]"
        + @"|(?:\A\W*|[\[(]\s*)hold(?:ing)?\s+for\s+release\b"
        + @"|(?:\A\W*|[\[(]\s*)not\s+for\s+(?:publication|release|broadcast|use)\b(?=[^.]{0,40}\b(?:before|until|till|prior)\b|\W*\z)"
        + @"|\A\W*for\s+release\b(?=[^.]{0,30}[0-9])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
