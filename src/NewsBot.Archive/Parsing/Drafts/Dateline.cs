using System.Text.RegularExpressions;

namespace NewsBot.Archive.Parsing.Drafts;

/// <summary>Represents the start of a wire's first sentence: "KYIV, May 3 (Reuters) — ".</summary>
/// <param name="Place">The place of writing.</param>
/// <param name="Date">The day as written, often without a year.</param>
/// <param name="Outlet">The wire.</param>
/// <param name="Length">The number of UTF-16 code units before the first word of the sentence.</param>
public sealed partial record Dateline(string? Place, string? Date, string? Outlet, int Length)
{
    // The length of the longest dateline.
    private const int MaxChars = 120;

    /// <summary>Returns the dateline at the start of a text; null where it has none.</summary>
    public static Dateline? Find(string text)
    {
        var match = Pattern().Match(text.Length > MaxChars ? text[..MaxChars] : text);
        if (!match.Success)
            return null;
        string? Group(string name) => match.Groups[name].Success ? match.Groups[name].Value.Trim() : null;
        var (place, date, outlet) = (Group("place"), Group("date"), Group("outlet"));
        // Many sentences begin with a capitalised word and a dash. A wire, a day or all capitals mark a dateline.
        if (
            outlet is null
            && date is null
            && (place is null || !place.Where(char.IsLetter).All(char.IsUpper) || place.Count(char.IsLetter) < 3)
        )
            return null;
        return new Dateline(place, date, outlet, match.Length);
    }

    [GeneratedRegex(
        @"\A\s*(?:(?<place>\p{Lu}[\p{L}.'’/ -]{1,40}?)(?:,\s(?!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?\s[0-9])(?<region>\p{Lu}[\p{L}. ]{1,25}?))?"
            + @"(?:,?\s(?<date>\p{L}{3,9}\.?\s[0-9]{1,2}(?:,\s[0-9]{4})?|[0-9]{1,2}\s\p{L}{3,9}\.?(?:,?\s[0-9]{4})?))?\s?)?(?:\((?<outlet>\p{Lu}[^()\n]{1,40})\))?\s?(?:--?|–|—)\s+(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Pattern();
}
