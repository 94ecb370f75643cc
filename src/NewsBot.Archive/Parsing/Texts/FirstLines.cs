using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Texts;

/// <summary>Reads the headline, byline, date and dateline above and at the start of a text.</summary>
internal static partial class FirstLines
{
    private const int MaxLines = 8;
    private const int MaxHeadlineChars = 200;
    private const int MaxLineChars = 160;

    /// <summary>Removes the lines that are not text. A dateline stays, because it names the place; its day and outlet are read.</summary>
    public static HeaderLines Read(string text, DateOrder order)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        if (InlineDate(text, fields, order) is { } afterDate)
            text = afterDate;

        var position = 0;
        var body = 0;
        string? headline = null;
        for (var line = 0; line < MaxLines && NextLine(text, ref position) is var (content, next); line++)
        {
            if (content.Length <= MaxLineChars && Take(content, fields, order))
            {
                body = next;
            }
            else if (headline is null && line == 0 && content.Length <= MaxHeadlineChars && content[^1] is not ('.' or ',' or ';'))
            {
                // It is a headline only where a byline or date follows and separates it from the text.
                headline = content;
            }
            else
            {
                break;
            }

            position = next;
        }

        var isHeadlineApart = headline is not null && body > 0;
        var rest = body > 0 ? text[body..].TrimStart('\n', '\r') : text;
        if (string.IsNullOrWhiteSpace(rest) && headline is not null)
            (rest, isHeadlineApart) = (headline, false);
        var dateline = Dateline.Find(rest);
        return new HeaderLines
        {
            Text = rest,
            Headline = fields.GetValueOrDefault("headline") ?? (isHeadlineApart ? headline : null),
            Published = fields.GetValueOrDefault("published") ?? DayOf(dateline, text, order),
            Author = fields.GetValueOrDefault("author"),
            Outlet = fields.GetValueOrDefault("outlet") ?? dateline?.Outlet,
            Url = fields.GetValueOrDefault("url"),
            Section = fields.GetValueOrDefault("section"),
            Language = fields.GetValueOrDefault("language"),
        };
    }

    // Returns the next line that is not blank, and the start of the line after it.
    private static (string Content, int Next)? NextLine(string text, ref int position)
    {
        while (position < text.Length)
        {
            var end = text.IndexOf('\n', position);
            var next = end < 0 ? text.Length : end + 1;
            var content = text[position..(end < 0 ? text.Length : end)].Trim();
            if (content.Length > 0)
                return (content, next);
            position = next;
        }

        return null;
    }

    // "date 3 May 2023 Smoke was seen.", "[2023-05-03] Smoke was seen."
    private static string? InlineDate(string text, Dictionary<string, string> fields, DateOrder order)
    {
        var match = Inline().Match(text);
        if (!match.Success || DateReader.Read(match.Groups["date"].Value, order) is null)
            return null;
        fields["published"] = match.Groups["date"].Value;
        return text[match.Length..];
    }

    private static bool Take(string line, Dictionary<string, string> fields, DateOrder order)
    {
        if (DateReader.Read(line, order) is not null)
            return Set(fields, "published", line);
        if (Field().Match(line) is { Success: true } field)
        {
            var name = NamedFields.Canonical(field.Groups["name"].Value) ?? "published";
            var value = field.Groups["value"].Value.Trim();
            return name == "published" ? DateReader.Read(value, order) is not null && Set(fields, name, value) : Set(fields, name, value);
        }

        if (Byline().Match(line) is { Success: true } byline && byline.Groups["rest"] is var rest)
        {
            var isDone = SetAuthor(fields, byline.Groups["names"].Value);
            foreach (
                var part in Separators()
                    .Split(rest.Value)
                    .SelectMany(part => WithDateApart(part.Trim(' ', ','), order))
                    .Where(part => part.Length > 0)
            )
                _ = DateReader.Read(part, order) is not null ? Set(fields, "published", part) : SetOutlet(fields, part);
            return isDone;
        }

        // "Jane Doe | Reuters | 3 May 2023": next to a date, the rest is a byline.
        var parts = Bars().Split(line).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        var date = parts.Count is > 1 and < 6 ? parts.FirstOrDefault(part => DateReader.Read(part, order) is not null) : null;
        if (date is null || parts.Any(part => part != date && (part.Length > 50 || part[^1] == '.')))
            return false;
        Set(fields, "published", date);
        var others = parts.Where(part => part != date).Select(part => Leading().Replace(part, "")).ToList();
        if (others.Count > 1)
            SetAuthor(fields, others[0]);
        if (others.Count > 0)
            SetOutlet(fields, others[^1]);
        return true;
    }

    // "Reuters, May 3, 2023": split at the comma after which everything is a date.
    private static string[] WithDateApart(string part, DateOrder order)
    {
        for (var comma = part.IndexOf(','); comma >= 0; comma = part.IndexOf(',', comma + 1))
        {
            if (DateReader.Read(part, order) is null && DateReader.Read(part[(comma + 1)..], order) is not null)
                return [part[..comma], part[(comma + 1)..].Trim()];
        }

        return [part];
    }

    private static bool Set(Dictionary<string, string> fields, string name, string value)
    {
        fields.TryAdd(name, value);
        return true;
    }

    private static bool SetAuthor(Dictionary<string, string> fields, string names) =>
        Set(fields, "author", InPlace().Replace(names.Trim(), ""));

    private static bool SetOutlet(Dictionary<string, string> fields, string part) =>
        Roles().IsMatch(part) || Set(fields, "outlet", InPlace().Replace(part, ""));

    // "May 3" gets the year that brings it nearest to another date in the file; without such a date, the day is left out.
    private static string? DayOf(Dateline? dateline, string text, DateOrder order)
    {
        if (dateline?.Date is not { } date)
            return null;
        if (DateReader.Read(date, order) is not null)
            return date;
        if (
            DateReader.ReadDayOfYear(date) is not var (month, day)
            || DateReader.FindIn(text, order).Select(found => (DateTimeOffset?)found.Time).FirstOrDefault() is not { } other
        )
            return null;
        var nearest = new[] { other.Year - 1, other.Year, other.Year + 1 }
            .Where(year => year is >= 1 and <= 9999 && day <= DateTime.DaysInMonth(year, month))
            .Select(year => new DateOnly(year, month, day))
            .MinBy(candidate => Math.Abs(candidate.DayNumber - DateOnly.FromDateTime(other.UtcDateTime).DayNumber));
        return nearest.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\A\s*(?:(?:dated?|published|posted)(?:\son)?:?\s+(?<date>[0-9]{1,2}(?:st|nd|rd|th)?\s\p{L}{3,12}\.?,?\s[0-9]{4}|\p{L}{3,12}\.?\s[0-9]{1,2}(?:st|nd|rd|th)?,?\s[0-9]{4}|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}T\S+|[0-9]{8})"
            + @"|[\[(](?<date>[^\])\n]{8,40})[\])])(?:\s*[-–—:|]\s+|\s+(?![0-9])(?=[\p{Lu}""“‘'\[(]))(?!at\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Inline();

    [GeneratedRegex(
        @"\A(?<name>headline|title|author|byline|source|outlet|publisher|publication|date|published|updated|last updated|publication date|section|category|url|link|language)\s?:\s+(?<value>\S.*)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Field();

    // Names are capitalised, so that "By the time it ended" is not one.
    [GeneratedRegex(
        @"\A(?:By|BY|Von|Par|Por|Door|Di|Story by|Words by|Written by|Reporting by)\s(?<names>(?:\p{Lu}[\p{L}.'’-]*|(?:de|van|von|der|den|del|al|el|bin|di|da|la|le)\b)(?:\s(?:\p{Lu}[\p{L}.'’-]*|(?:de|van|von|der|den|del|al|el|bin|di|da|la|le|and|und|et|y|e|in)\b|&)){0,9}(?:,\s\p{Lu}[\p{L}.'’-]*\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)?\s(?:and|&)\s\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*)+)?)(?<rest>(?:\s?(?:,|\||•|·|–|—|-|/|\()\s?[^.!?]{2,100})?)\)?\z",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Byline();

    [GeneratedRegex(@"\s?[|•·()]\s?|\s[–—-]\s|,\s(?=[^0-9])|\s/\s", RegexOptions.None, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\s?[|•·]\s?|\s[–—-]\s", RegexOptions.None, 1000)]
    private static partial Regex Bars();

    [GeneratedRegex(@"\A(?:By|Von|Par|Por)\s", RegexOptions.None, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\s(?:in|from)\s\p{Lu}.*\z", RegexOptions.None, 1000)]
    private static partial Regex InPlace();

    [GeneratedRegex(
        @"\b(?:reporter|editor|correspondent|writer|columnist|staff|chief|analyst|producer|redakteur(?:in)?|published|updated)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Roles();
}
