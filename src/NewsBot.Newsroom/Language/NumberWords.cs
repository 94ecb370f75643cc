using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Newsroom.Language;

/// <summary>Numbers in digits and in English words.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Words = new Dictionary<string, double>(StringComparer.Ordinal)
    {
        ["zero"] = 0,
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["thirteen"] = 13,
        ["fourteen"] = 14,
        ["fifteen"] = 15,
        ["sixteen"] = 16,
        ["seventeen"] = 17,
        ["eighteen"] = 18,
        ["nineteen"] = 19,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["forty"] = 40,
        ["fifty"] = 50,
        ["sixty"] = 60,
        ["seventy"] = 70,
        ["eighty"] = 80,
        ["ninety"] = 90,
        ["hundred"] = 100,
        ["thousand"] = 1e3,
        ["million"] = 1e6,
        ["billion"] = 1e9,
        ["trillion"] = 1e12,
        ["dozen"] = 12,
        ["dozens"] = 12,
        ["hundreds"] = 100,
        ["thousands"] = 1e3,
        ["millions"] = 1e6,
        ["billions"] = 1e9,
        ["twice"] = 2,
        ["half"] = 0.5,
        ["couple"] = 2,
        ["pair"] = 2,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The number that a folded word begins with ("27,000", "3.5m", "9th"), or that it names ("two"); null for other words.</summary>
    public static double? Read(string folded)
    {
        if (Words.TryGetValue(folded, out var named)) return named;
        if (folded.Length == 0 || !char.IsAsciiDigit(folded[0])) return null;
        var length = 0;
        while (length < folded.Length && (char.IsAsciiDigit(folded[length]) || folded[length] is '.' or ',')) length++;
        var digits = folded[..length].Replace(",", "", StringComparison.Ordinal).TrimEnd('.');
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
