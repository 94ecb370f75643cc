using System.Collections.Frozen;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Names;

/// <summary>Provides the case endings of names, which replace the nominative ending, if any, of the Latin form. Thread-safe.</summary>
/// <remarks>
/// Based on the paradigms of nouns and adjectives in Ukrainian and Russian (and in Belarusian and Bulgarian, where they are the same) and
/// of nouns in Greek. Plural and possessive endings are left out: Іванов is a different name from Іван.
/// </remarks>
internal static class Inflection
{
    // Latin nominative endings (- for none), a bar, and the endings that replace them.
    private static readonly (string[] Latin, string[] Other)[] Paradigms =
    [
        .. Read(
            """
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
            """
        ),
    ];

    /// <summary>Represents every ending with the Latin endings that it replaces.</summary>
    public static readonly FrozenDictionary<string, string[]> LatinOf = Paradigms
        .SelectMany(row => row.Other.SelectMany(other => row.Latin.Select(latin => (other, latin))))
        .Distinct()
        .GroupBy(pair => pair.other, pair => pair.latin)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>Represents the length of the longest ending, in letters.</summary>
    public static readonly int LongestEnding = LatinOf.Keys.Max(ending => ending.Length);

    private static IEnumerable<(string[] Latin, string[] Other)> Read(string table) =>
        table
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" | "))
            .Select(row =>
                (
                    row[0].Replace("-", "", StringComparison.Ordinal).Split(' '),
                    row[1].Split(' ').Select(ending => TermFolding.Fold(ending)).ToArray()
                )
            );
}
