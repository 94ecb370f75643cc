using System.Text;
using NewsBot.Newsroom.Language;

namespace NewsBot.Discord.Rendering;

/// <summary>Writes text so that Discord shows it literally: articles cannot produce markup, mentions, links, spoilers or code.</summary>
internal static class DiscordMarkdown
{
    private const char ZeroWidthSpace = '\u200B';

    /// <summary>Specifies characters with a meaning anywhere in a line.</summary>
    private const string Anywhere = "\\*_~`|<>[]";

    /// <summary>Escapes a text of one or more lines.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        var isLineStart = true;
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (Anywhere.Contains(character) || (isLineStart && MeansSomethingAtLineStart(text, at)) || IsSchemeColon(text, at))
                escaped.Append('\\');
            escaped.Append(character);
            // A backslash does not stop mentions of everyone.
            if (character == '@')
                escaped.Append(ZeroWidthSpace);
            isLineStart = character is '\n' or '\r' || (isLineStart && (char.IsWhiteSpace(character) || char.IsAsciiDigit(character)));
        }

        return escaped.ToString();
    }

    /// <summary>Escapes a text on one line: any white space becomes a space.</summary>
    public static string EscapeLine(string text) => Escape(OneLine(text));

    /// <summary>Returns a text on one line: any white space becomes a space. Does not escape it.</summary>
    public static string OneLine(string text) => WhiteSpace.Fold(text);

    /// <summary>Returns a link with our own label; empty when the address cannot be one.</summary>
    public static string Link(string label, string address)
    {
        if (address.Length > 400 || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            return "";
        var target = uri
            .AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal)
            .Replace(")", "%29", StringComparison.Ordinal)
            .Replace("<", "%3C", StringComparison.Ordinal)
            .Replace(">", "%3E", StringComparison.Ordinal);
        return $"[{label}](<{target}>)";
    }

    /// <summary>Returns headings, lists, quotes and small print.</summary>
    private static bool MeansSomethingAtLineStart(string text, int at) =>
        text[at] is '#' or '-' or '+' || (text[at] is '.' or ')' && at > 0 && char.IsAsciiDigit(text[at - 1]));

    /// <summary>Returns the text without automatic links: "https://" and "mailto:" are broken up.</summary>
    private static bool IsSchemeColon(string text, int at) =>
        text[at] == ':'
        && at > 0
        && char.IsAsciiLetterOrDigit(text[at - 1])
        && (
            text.AsSpan(at + 1).StartsWith("//", StringComparison.Ordinal)
            || text.AsSpan(0, at).EndsWith("mailto", StringComparison.OrdinalIgnoreCase)
        );
}
