using System.Text;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Discord.Rendering;

/// <summary>Shortens texts: at the end of a sentence where there is one, otherwise at a space, never inside a character.</summary>
internal static class Cut
{
    private const string Ellipsis = " …";

    /// <summary>Returns as many whole sentences as fit once they are escaped; "…" shows that something is missing.</summary>
    /// <param name="text">Not escaped.</param>
    /// <param name="limit">In UTF-16 code units of the result; 16 or more.</param>
    public static string ToSentences(string text, int limit)
    {
        var whole = DiscordMarkdown.EscapeLine(text);
        if (whole.Length <= limit)
            return whole;
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (DiscordMarkdown.EscapeLine(text[..sentence.End]).Length > limit - Ellipsis.Length)
                break;
            end = sentence.End;
        }

        return end > 0 ? DiscordMarkdown.EscapeLine(text[..end]) + Ellipsis : ToWords(text, limit);
    }

    /// <summary>Returns as many whole words as fit once they are escaped; "…" shows that something is missing.</summary>
    public static string ToWords(string text, int limit)
    {
        var whole = DiscordMarkdown.EscapeLine(text);
        if (whole.Length <= limit)
            return whole;
        var end = Fitting(text, limit - Ellipsis.Length);
        var space = text.LastIndexOf(' ', end - 1);
        return DiscordMarkdown.EscapeLine(text[..(space > end / 2 ? space : end)]).TrimEnd() + Ellipsis;
    }

    /// <summary>Returns a text that is not markup, such as a choice of a field or the label of a button, cut at a word with "…".</summary>
    public static string Plain(string text, int limit) => WordCut.At(DiscordMarkdown.OneLine(text), limit);

    /// <summary>Returns a name set apart from the words around it, such as that of a file, without markup in it.</summary>
    /// <param name="name">Not escaped; one with a backtick is escaped, and not set apart.</param>
    /// <param name="limit">In UTF-16 code units of the result; 16 or more.</param>
    public static string ToCode(string name, int limit) =>
        string.IsNullOrWhiteSpace(name) || name.Contains('`', StringComparison.Ordinal)
            ? ToWords(name, limit)
            : $"`{Plain(name, limit - 2)}`";

    /// <summary>Enumerates the parts of a text, each ending with a sentence; nothing is lost except white space between them.</summary>
    /// <param name="text">Not escaped.</param>
    /// <param name="limit">In UTF-16 code units of each escaped part.</param>
    public static IReadOnlyList<string> Split(string text, int limit)
    {
        var parts = new List<string>();
        var start = 0;
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            if (DiscordMarkdown.Escape(text[start..sentence.End]).Length > limit && end > start)
            {
                parts.Add(DiscordMarkdown.Escape(text[start..end].Trim()));
                start = end;
            }

            // A sentence that is too long on its own is cut between words.
            while (DiscordMarkdown.Escape(text[start..sentence.End]).Length > limit)
            {
                var fit = start + Fitting(text[start..sentence.End], limit);
                var space = text.LastIndexOf(' ', fit - 1, fit - start);
                if (space > start)
                    fit = space;
                parts.Add(DiscordMarkdown.Escape(text[start..fit].Trim()));
                start = fit;
            }

            end = sentence.End;
        }

        if (text[start..].Trim().Length > 0)
            parts.Add(DiscordMarkdown.Escape(text[start..].Trim()));
        return parts;
    }

    /// <summary>Returns as many whole lines as fit, from the first; "…" shows that something is missing.</summary>
    /// <param name="lines">Escaped; the first one fits.</param>
    /// <param name="separator">The text between two lines.</param>
    /// <param name="limit">In UTF-16 code units of the result.</param>
    public static string Fit(IEnumerable<string> lines, string separator, int limit)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            if (text.Length + line.Length + separator.Length > limit - separator.Length - 1)
                return text.Append(separator).Append('…').ToString();
            text.Append(text.Length == 0 ? "" : separator).Append(line);
        }

        return text.ToString();
    }

    /// <summary>Returns how many code units of the text fit once they are escaped; at least one character.</summary>
    private static int Fitting(string text, int limit)
    {
        var (low, high) = (1, Math.Min(text.Length, limit));
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (DiscordMarkdown.Escape(text[..middle]).Length <= limit)
                low = middle;
            else
                high = middle - 1;
        }

        return WholeCharacters(text, low);
    }

    private static int WholeCharacters(string text, int end) => end > 1 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end;
}
