using System.Text;
using System.Text.RegularExpressions;

namespace NewsBot.Archive.WireWords;

/// <summary>Recognises the words that wires put before a headline, as in "CORRECTED-UPDATE 2-Mayor resigns".</summary>
internal static partial class WireHeadline
{
    /// <summary>Returns the headline without these words; empty where it has nothing else.</summary>
    public static string Bare(string headline) => Prefixes().Replace(headline, "").Trim();

    /// <summary>Returns a key that is the same for headlines that differ only in these words, case, spaces and punctuation.</summary>
    public static string Key(string headline)
    {
        var key = new StringBuilder();
        foreach (var character in Bare(headline))
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                key.Append(char.ToLowerInvariant(character));
            else if (key.Length > 0 && key[^1] != ' ' && character is not ('\'' or '’'))
                key.Append(' ');
        }

        return key.ToString().TrimEnd();
    }

    [GeneratedRegex(
        @"\A\W*(?:(?:EMBARGOED|(?:MANDATORY |STORY )?KILL(?: NOTICE| ADVISORY)?|WITHDRAWN|WITHDRAWAL|RETRACTION|RETRACTED|CORRECTED|CORRECTION|Correction|Corrected|UPDATE[DS]?|Update|WRAPUP|REFILE|RPT|LEAD|URGENT)"
            + @"(?: ?[0-9]{1,2})?\s*[:\-–—/]+\s*)+",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Prefixes();
}
