using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>
/// Reads messages of IPTC 7901 and ANPA 1312 (<see cref="AnpaMessage"/>), the wire formats before XML: a header, a text, and an end mark.
/// </summary>
internal sealed partial class Iptc7901Reader : IArticleFormatReader
{
    private const char StartOfHeader = '\u0001';
    private const char StartOfText = '\u0002';
    private const char EndOfText = '\u0003';

    /// <inheritdoc />
    public IEnumerable<FormatItem> Read(FormatFile file)
    {
        var messages = file
            .Text.Split(StartOfHeader, StringSplitOptions.RemoveEmptyEntries)
            .Where(message => message.Contains(StartOfText))
            .ToList();
        if (messages.Count == 0)
            return
            [
                FormatItem.Rejected(
                    RejectionKind.Malformed,
                    "begins like a wire message, but has no start of text (byte 02); ask the sender for a complete one"
                ),
            ];
        return messages.Count == 1
            ? [Message(messages[0])]
            : messages.Select((message, index) => Message(message) with { Number = index + 1 });
    }

    private static FormatItem Message(string message)
    {
        var start = message.IndexOf(StartOfText, StringComparison.Ordinal);
        var end = message.IndexOf(EndOfText, start);
        var header = Clean(message[..start]);
        var text = Clean(end < 0 ? message[(start + 1)..] : message[(start + 1)..end]);
        var trailer = end < 0 ? "" : Clean(message[end..]);
        var draft = AnpaMessage.Read(header.Trim(), text, trailer) ?? Draft(header, text, trailer);
        var keywords = draft.Note ?? "";
        return new FormatItem(
            draft with
            {
                State =
                    Kill().IsMatch(keywords) ? ArticleState.Killed
                    : Correction().IsMatch(keywords) ? ArticleState.Corrected
                    : ArticleState.Published,
            }
        );
    }

    private static ArticleDraft Draft(string header, string text, string trailer)
    {
        var lines = header.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var first = Header().Match(lines.Length > 0 ? lines[0] : "");
        var paragraphs = text.AsParagraphs() ?? "";
        // The first paragraph is the headline where it is set apart and has no full stop.
        var border = paragraphs.IndexOf("\n\n", StringComparison.Ordinal);
        var headline = border is > 0 and < 200 && paragraphs[border - 1] is not ('.' or '"' or '”' or ':') ? paragraphs[..border] : null;
        return new ArticleDraft
        {
            Headline = headline,
            Text = headline is null ? paragraphs : paragraphs[(border + 2)..],
            Published = Date(trailer),
            Section = first.Success ? first.Groups["category"].Value : null,
            ItemId = first.Success ? first.Groups["source"].Value + first.Groups["number"].Value : null,
            Note = lines.Length > 1 ? lines[^1] : null,
        };
    }

    // IPTC 7901-6: ddhhmm, a zone, three letters of the month and the last two digits of the year: "031405 GMT MAY 23". Without the month
    // the day is unknown.
    private static string? Date(string trailer)
    {
        var match = TimeGroup().Match(trailer);
        return match.Success
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"{match.Groups["day"].Value} {match.Groups["month"].Value} 20{match.Groups["year"].Value} {match.Groups["hour"].Value}:{match.Groups["minute"].Value} {(match.Groups["zone"].Success ? match.Groups["zone"].Value : "GMT")}"
            )
            : null;
    }

    private static string Clean(string text) =>
        Control().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'), "");

    // Source, number, priority, category, words: "RTR0123 4 POL 250".
    [GeneratedRegex(
        @"\A(?<source>[A-Za-z]{1,4})(?<number>[0-9]{3,4})\s+(?<priority>[1-9A-Za-z])\s+(?<category>[A-Za-z]{1,3})(?:\s+(?<words>[0-9]{1,5}))?",
        RegexOptions.None,
        1000
    )]
    private static partial Regex Header();

    [GeneratedRegex(
        @"(?<day>[0-3][0-9])(?<hour>[0-2][0-9])(?<minute>[0-5][0-9])\s?(?<zone>[A-Z]{3,4})?\s(?<month>(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[a-z]*\s(?<year>[0-9]{2})\b",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex TimeGroup();

    [GeneratedRegex(@"\b(?:correct(?:ed|ion|s)?|corr)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Correction();

    [GeneratedRegex(@"\b(?:kill(?:ed)?|withdrawn?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Kill();

    [GeneratedRegex(@"[\u0000-\u0008\u000B-\u001F\u007F]", RegexOptions.None, 1000)]
    private static partial Regex Control();
}
