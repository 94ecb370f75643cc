using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>
/// Distinguishes an article's sentences from what a page puts between them: captions, teasers, invitations, embedded tweets. Thread-safe.
/// </summary>
internal static class PageFurniture
{
    private static readonly Lazy<(string[] Anywhere, string[] Beginnings)> Phrases = new(() =>
    {
        var rows = WordFile.Rows("page-furniture");
        return ([.. PhrasesOf("anywhere")], [.. PhrasesOf("beginning")]);

        IEnumerable<string> PhrasesOf(string place) => rows.Where(row => row[0][0] == place).Select(row => row[1][0]);
    });

    /// <summary>Determines whether a text that was split off as a sentence is not part of the article.</summary>
    public static bool Is(string sentence)
    {
        var text = sentence.AsSpan().TrimStart(" \t\r\n(“\"");
        foreach (var phrase in Phrases.Value.Beginnings)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        foreach (var phrase in Phrases.Value.Anywhere)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
