using System.Text.RegularExpressions;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Wire;

/// <summary>Reads a message of ANPA 1312, the format of American agencies, after its control characters have been removed.</summary>
/// <remarks>
/// The first line of the header has a letter for the service and the message's number; the second has priority, category, keyword
/// ("BC-Drones, 1st Ld"), day and word count. In the text, lines that begin with ^ are headlines and bylines, ended by &lt; and =; `` and
/// '' are quotation marks, and a free-standing _ is a dash. The line after the text ends with agency, bureau, day and time
/// ("AP-NY-05-03-23 1405EDT").
/// </remarks>
internal static partial class AnpaMessage
{
    /// <summary>Returns the content of a message; null where its header is not that of ANPA.</summary>
    /// <param name="header">The lines before the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="trailer">The line after the text.</param>
    public static ArticleDraft? Read(string header, string text, string trailer)
    {
        if (Header().Match(header) is not { Success: true } first)
            return null;
        var marked = text.Split('\n').TakeWhile(line => line.TrimStart().StartsWith('^') || string.IsNullOrWhiteSpace(line)).ToList();
        var marks = marked.Select(line => Plain(line.Trim('^', '<', '=', ' '))).Where(line => line.Length > 0).ToList();
        var byline = marks.FindIndex(line => Byline().IsMatch(line));
        var end = Trailer().Match(trailer);
        return new ArticleDraft
        {
            Headline = marks.Count > 0 && byline != 0 ? marks[0] : null,
            Author = byline < 0 ? null : marks[byline],
            Text = Plain(
                    string.Join('\n', text.Split('\n').Skip(marked.Count)).Replace("\n ", "\n\t", StringComparison.Ordinal).AsParagraphs()
                        ?? ""
                )
                .TrimEnd('<'),
            Published = end.Success ? end.Result("20${year}-${month}-${day} ${hour}:${minute} ${zone}") : null,
            Section = first.Groups["category"].Value,
            ItemId = end.Groups["agency"].Value + first.Groups["service"].Value + first.Groups["number"].Value,
            Note = first.Groups["keyword"].Value,
        };
    }

    private static string Plain(string line) =>
        line.Replace("``", "“", StringComparison.Ordinal)
            .Replace("''", "”", StringComparison.Ordinal)
            .Replace(" _ ", " — ", StringComparison.Ordinal)
            .Trim();

    [GeneratedRegex(
        @"\A(?<service>[a-z])(?<number>[0-9]{4})[^\n]*\n\s*(?<priority>[a-z])\s(?<category>[a-z])\s*(?<keyword>(?:[AP]M|BC)-[^\n]*?)\s+[0-9]{1,2}-[0-9]{1,2}\s+[0-9]{2,5}\s*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Header();

    [GeneratedRegex(@"\ABy\s+\p{Lu}", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Byline();

    [GeneratedRegex(
        @"(?<agency>[A-Z]{2,3})-[A-Z]{2,3}-(?<month>[01][0-9])-(?<day>[0-3][0-9])-(?<year>[0-9]{2})\s+(?<hour>[0-2][0-9])(?<minute>[0-5][0-9])(?<zone>[A-Z]{3,4})",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Trailer();
}
