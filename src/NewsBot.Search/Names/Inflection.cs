using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Names;

/// <summary>The case endings of names: what a text writes after a stem where a Latin form has the nominative's ending, or none. Thread-safe.</summary>
/// <remarks>
/// After the paradigms of nouns and adjectives in Ukrainian and Russian (also Belarusian and Bulgarian, as far as they are the same) and of nouns in Greek.
/// Plural and possessive endings are left out: Іванов is another name than Іван.
/// </remarks>
internal static class Inflection
{
    // Latin nominative endings (- for none), a bar, and what stands in their place.
    private static readonly (string[] Latin, string[] Other)[] Paradigms =
    [
        .. Read("""
            - | а у ом ем ым им е і и ы ові еві ю я єм
            a | а ы и і у е ою ой
            a ya ia ja | я ї і и ю е ею єю ей
            i y | и ы і ах ам ами
            o | о а у ом і е ові
            e ye | е ого ому им ім є я ю ям
            y i yi iy yy ii ij yj yi oy oi | ий ій ый ой ого его ому ему им ім ым ом
            a aya aia aja | а ая ої ой ій у ую ою
            os o us | ος ου ο ον ε
            is i es ys y | ης η
            as a | ας α
            a as | α ας
            i is e | η ης
            i is | ι ιου
            """),
    ];

    /// <summary>Every ending with the Latin endings in whose place it stands.</summary>
    public static readonly FrozenDictionary<string, string[]> LatinOf = Paradigms.SelectMany(row => row.Other.SelectMany(other => row.Latin.Select(latin => (other, latin))))
        .Distinct().GroupBy(pair => pair.other, pair => pair.latin).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The longest ending in letters.</summary>
    public static readonly int LongestEnding = LatinOf.Keys.Max(ending => ending.Length);

    private static IEnumerable<(string[] Latin, string[] Other)> Read(string table) =>
        table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" | "))
            .Select(row => (row[0].Replace("-", "", StringComparison.Ordinal).Split(' '), row[1].Split(' ').Select(ending => TermFolding.Fold(ending)).ToArray()));
}
