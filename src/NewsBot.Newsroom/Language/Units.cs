using System.Collections.Frozen;

namespace NewsBot.Newsroom.Language;

/// <summary>Looks up units of measure, money and time. Thread-safe.</summary>
internal static class Units
{
    private static readonly FrozenDictionary<string, Unit> Known = WordFile
        .Rows("units")
        .SelectMany(row => row[2].Select(word => KeyValuePair.Create(word, new Unit(row[0][0], row[1][0]))))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Returns the unit that a word names; null for other words.</summary>
    public static Unit? Of(string folded) => Known.GetValueOrDefault(folded);

    /// <summary>Represents a unit.</summary>
    /// <param name="Measures">The quantity it measures: "length", "money", "time" and so on.</param>
    /// <param name="Name">The name shared by all its spellings: "km".</param>
    internal sealed record Unit(string Measures, string Name);
}
