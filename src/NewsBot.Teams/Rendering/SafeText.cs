using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Writes text of articles and people so that nothing in it becomes active. Characters with a meaning in Markdown or HTML become numeric
/// character references, which both read as plain letters (CommonMark 0.31, section 2.5), and addresses get an invisible character that
/// keeps clients from turning them into links. Other characters stay as they are.
/// </summary>
internal static class SafeText
{
    /// <summary>Specifies an invisible character that keeps clients from joining what is on either side of it.</summary>
    public const char ZeroWidthSpace = '\u200B';

    /// <summary>Specifies the placeholder for the marks of bold text while a text is made safe; from the private use area.</summary>
    private const char Bold = '\uE000';

    /// <summary>
    /// Specifies endings of file names that are not top-level domains: clients do not turn them into links, and people copy the names.
    /// </summary>
    private static readonly string[] FileExtensions =
    [
        "txt",
        "text",
        "html",
        "htm",
        "xml",
        "json",
        "jsonl",
        "ndjson",
        "csv",
        "tsv",
        "eml",
        "docx",
        "pdf",
    ];

    /// <summary>Returns the text for a message in Markdown, on one line.</summary>
    public static string Markdown(string text) => Write(text, "&<>*_`[]~\\|#$!", startsBlocks: true);

    /// <summary>
    /// Returns the text for a TextBlock of an Adaptive Card, which supports emphasis, lists and links but neither HTML nor character
    /// references.
    /// </summary>
    public static string Card(string text)
    {
        var plain = OneLine(text);
        var safe = new StringBuilder(plain.Length + 16);
        if (MakesList(plain))
            safe.Append(ZeroWidthSpace);
        for (var i = 0; i < plain.Length; i++)
        {
            var character = plain[i];
            if (BreaksLink(plain, i))
                safe.Append(ZeroWidthSpace);
            if (character is '*' or '_' or '`' or '[' or ']' or '\\' or '~')
                safe.Append('\\');
            safe.Append(character);
            // Cards replace {{DATE(…)}} and {{TIME(…)}}, and templates bind ${…}.
            if (character is '{' or '$')
                safe.Append(ZeroWidthSpace);
        }

        return safe.ToString();
    }

    /// <summary>Returns the same for a text in pieces, with the search words in bold.</summary>
    public static string Card(IEnumerable<FoundPiece> pieces)
    {
        var marked = pieces.Select(piece => piece.Text.Replace(Bold, ' ') is var text && piece.IsFound ? $"{Bold}{text}{Bold}" : text);
        return Card(string.Concat(marked)).Replace($"{Bold}", "**", StringComparison.Ordinal);
    }

    /// <summary>
    /// Returns the text for places that show it as it is (a citation's name and abstract): on one line, without control characters.
    /// </summary>
    public static string Plain(string text) => OneLine(text);

    /// <summary>Returns the text for a message of plain text, in which clients turn addresses into links.</summary>
    public static string Unlinked(string text) => Write(text, "", startsBlocks: false);

    private static string Write(string text, string special, bool startsBlocks)
    {
        var plain = OneLine(text);
        var safe = new StringBuilder(plain.Length + 16);
        for (var i = 0; i < plain.Length; i++)
        {
            var character = plain[i];
            if (BreaksLink(plain, i))
                safe.Append(ZeroWidthSpace);
            var isSpecial = special.Contains(character, StringComparison.Ordinal) && NeedsReference(plain, i);
            if (isSpecial || (startsBlocks && StartsBlock(plain, i)))
                safe.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            else
                safe.Append(character);
        }

        return safe.ToString();
    }

    /// <summary>
    /// Determines whether a character needs a reference. Common marks do not where they have no meaning: "AT&amp;T", "$5", "No!", "#1" in a
    /// line.
    /// </summary>
    private static bool NeedsReference(string text, int at) =>
        text[at] switch
        {
            '&' => at + 1 < text.Length && (char.IsAsciiLetter(text[at + 1]) || text[at + 1] == '#') && text.IndexOf(';', at) >= 0,
            '!' => at + 1 < text.Length && text[at + 1] == '[',
            '#' => at == 0,
            '$' => at + 1 < text.Length && text[at + 1] == '$',
            _ => true,
        };

    private static bool MakesList(string text)
    {
        if (text.Length == 0 || text[0] is '-' or '+' or '#' or '>')
            return text.Length > 0;
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && text[digits] is ('.' or ')');
    }

    private static bool StartsBlock(string text, int at)
    {
        if (at == 0)
            return text[0] is '-' or '+' or '=';
        // "1." and "1)" at the start make a list.
        return text[at] is ('.' or ')') && at <= 9 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0;
    }

    /// <summary>
    /// Determines whether an invisible character goes before this one: inside "://", after "www", around the at sign, and inside a bare
    /// host name.
    /// </summary>
    private static bool BreaksLink(string text, int at)
    {
        if (at == 0)
            return false;
        var before = text[at - 1];
        var here = text[at];
        if (here == '/' && before == ':')
            return true;
        if (before == '@' && char.IsLetterOrDigit(here))
            return true;
        if (before == ':' && char.IsLetterOrDigit(here) && IsScheme(text, at - 1))
            return true;
        return before == '.'
            && at >= 2
            && char.IsLetterOrDigit(text[at - 2])
            && char.IsAsciiLetterLower(here)
            && at + 1 < text.Length
            && char.IsAsciiLetterLower(text[at + 1])
            && !IsFileExtension(text.AsSpan(at));
    }

    private static bool IsFileExtension(ReadOnlySpan<char> text)
    {
        foreach (var extension in FileExtensions)
        {
            if (
                text.StartsWith(extension, StringComparison.Ordinal)
                && (text.Length == extension.Length || !(char.IsLetterOrDigit(text[extension.Length]) || text[extension.Length] is '-'))
            )
                return true;
        }

        return false;
    }

    private static bool IsScheme(string text, int colon)
    {
        foreach (var scheme in (ReadOnlySpan<string>)["mailto", "javascript", "data", "tel", "sip", "msteams"])
        {
            if (
                colon >= scheme.Length
                && text.AsSpan(colon - scheme.Length, scheme.Length).Equals(scheme, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        }

        return false;
    }

    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        var broken = false;
        foreach (var character in text)
        {
            if (character is '\n' or '\r' or '\t' or '\u2028' or '\u2029' or '\u0085')
            {
                broken = true;
            }
            else if (broken && character == ' ')
            {
                // The indentation of the next line.
            }
            else if (!char.IsControl(character) && character is not (>= '\u202A' and <= '\u202E') and not (>= '\u2066' and <= '\u2069'))
            {
                // Control characters for writing direction could make a text look like another one.
                if (broken && line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
                broken = false;
                line.Append(character);
            }
        }

        return line.ToString().Trim();
    }
}
