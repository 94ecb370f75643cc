using NewsBot.Archive.Articles;

namespace NewsBot.Archive.WireWords;

/// <summary>Reads state and embargo from the words of an item, where its fields do not give them. Thread-safe.</summary>
public static class WireReader
{
    private const int MostLines = 8;
    private const int MostChars = 400;

    /// <summary>Returns the article, marked with <see cref="Article.IsStateReadFromText"/> where its words say something.</summary>
    public static Article Read(Article article)
    {
        ArgumentNullException.ThrowIfNull(article);
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
