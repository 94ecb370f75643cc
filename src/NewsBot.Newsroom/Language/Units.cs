using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Units of measure, money and time. Thread-safe.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Unit> Known = WordFile.Rows("units")
        .SelectMany(row => row[2].Select(word => KeyValuePair.Create(word, new Unit(row[0][0], row[1][0])))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The unit that a word names; null for other words.</summary>
    public static Unit? Of(string folded) => Known.GetValueOrDefault(folded);

    /// <summary>A unit.</summary>
    /// <param name="Measures">"length", "money", "time" and the like.</param>
    /// <param name="Name">The same for all its spellings: "km".</param>
    internal sealed record Unit(string Measures, string Name);
}
