using System.Collections.Frozen;
using System.Globalization;

namespace NewsBot.Newsroom.Language;

/// <summary>Reads numbers in digits and in English words. Thread-safe.</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, double> Numbers = Values("numbers");
    private static readonly FrozenDictionary<string, double> Scales = Values("scales");

    /// <summary>
    /// Returns the number that a folded word begins with ("27,000", "3.5m", "9th") or names ("two"); null for other words.
    /// </summary>
    public static double? Read(string folded)
    {
        if (Numbers.TryGetValue(folded, out var named))
            return named;
        if (folded.Length == 0 || !char.IsAsciiDigit(folded[0]))
            return null;
        var length = 0;
        while (length < folded.Length && (char.IsAsciiDigit(folded[length]) || folded[length] is '.' or ','))
            length++;
        var digits = folded[..length].Replace(",", "", StringComparison.Ordinal).TrimEnd('.');
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>
    /// Returns the factor by which a word or an abbreviation multiplies the number before it ("million", "bn"); null for other words.
    /// </summary>
    public static double? ScaleOf(string folded) => Scales.TryGetValue(folded, out var scale) ? scale : null;

    private static FrozenDictionary<string, double> Values(string file) =>
        WordFile
            .Rows(file)
            .SelectMany(row => row[1].Select(word => KeyValuePair.Create(word, double.Parse(row[0][0], CultureInfo.InvariantCulture))))
            .ToFrozenDictionary(StringComparer.Ordinal);
}
