using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Candidates;

/// <summary>Tells what a page puts between the sentences of an article (captions, teasers, invitations, embedded tweets) from the sentences. Thread-safe.</summary>
internal static class PageFurniture
{
    private static readonly Lazy<(string[] Anywhere, string[] Beginnings)> Phrases = new(() =>
    {
        var rows = WordFile.Rows("page-furniture");
        return ([.. PhrasesOf("anywhere")], [.. PhrasesOf("beginning")]);

        IEnumerable<string> PhrasesOf(string place) => rows.Where(row => row[0][0] == place).Select(row => row[1][0]);
    });

    /// <summary>Returns whether a text that was cut as a sentence is none of the article's.</summary>
    public static bool Is(string sentence)
    {
        var text = sentence.AsSpan().TrimStart(" \t\r\n(“\"");
        foreach (var phrase in Phrases.Value.Beginnings)
        {
            if (text.StartsWith(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }

        foreach (var phrase in Phrases.Value.Anywhere)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
