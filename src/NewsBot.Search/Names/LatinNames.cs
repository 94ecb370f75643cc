using System.Text;

namespace NewsBot.Search.Names;

/// <summary>
/// Recognises Latin spellings of one name from another script: "Tchaikovsky" and "Chaikovskiy", "Mohammed" and "Muhamad". Stateless,
/// thread-safe.
/// </summary>
/// <remarks>
/// Where systems of romanisation and newspapers differ (<see cref="LetterSpellings"/>), one spelling represents all: only in names of six
/// letters or more, and only where the difference is one between such systems. Names with several spellings in <see cref="OtherNames"/>
/// may have more: there vowels and doubled letters may also differ. docs/research/ranking.md shows how often that joins different names.
/// </remarks>
internal static class LatinNames
{
    private const int MinChars = 6;
    private const int MinCharsOfKnown = 5;
    private const int MinCharsForTwoVowels = 7;

    private static readonly (string Written, string Standard)[] Systems =
    [
        ("tsch", "ch"),
        ("dh", "d"),
        ("gh", "g"),
        ("ph", "f"),
        ("wsk", "vsk"),
        ("q", "k"),
        ("x", "ks"),
        ("iy", "i"),
        ("yi", "i"),
        ("yj", "i"),
        ("ij", "i"),
        ("ii", "i"),
        ("yy", "i"),
    ];

    private static readonly (string Written, string Standard)[] Endings = [("off", "ov"), ("ow", "ov"), ("ah", "a"), ("y", "i")];

    private static readonly (string Written, string Standard)[] Vowels =
    [
        ("ou", "u"),
        ("oo", "u"),
        ("ee", "i"),
        ("o", "u"),
        ("y", "i"),
        ("kh", "k"),
        ("gh", "g"),
        ("dh", "d"),
        ("q", "k"),
    ];

    /// <summary>Determines whether two folded words are spellings of one name by rule.</summary>
    public static bool AreOne(string name, string other) =>
        Math.Min(name.Length, other.Length) >= MinChars
        && FirstOf(name) == FirstOf(other)
        && StandardOf(name) is { Length: >= MinChars } standard
        && standard == StandardOf(other);

    /// <summary>Determines whether a folded word is a spelling of a name that is known to have several.</summary>
    /// <param name="known">A folded name of <see cref="OtherNames"/>.</param>
    /// <param name="name">The word.</param>
    public static bool IsSpellingOf(string known, string name)
    {
        if (known == name)
            return true;
        if (Math.Min(known.Length, name.Length) < MinCharsOfKnown || Math.Abs(known.Length - name.Length) > 4)
            return false;
        var (one, two) = (Undoubled(Replaced(StandardOf(known), Vowels)), Undoubled(Replaced(StandardOf(name), Vowels)));
        if (one == two)
            return true;
        if (one.Length != two.Length || one.Length < MinChars || one[0] != two[0])
            return false;
        var left = one.Length < MinCharsForTwoVowels ? 1 : 2;
        for (var i = 0; i < one.Length; i++)
        {
            if (one[i] != two[i] && (left-- == 0 || !AreNearVowels(one[i], two[i])))
                return false;
        }

        return true;
    }

    // Rejects most words at no cost.
    private static char FirstOf(string name) =>
        name[0] switch
        {
            't' when name[1] is 'c' or 's' => 'c',
            'q' => 'k',
            var first => first,
        };

    private static string StandardOf(string name)
    {
        name =
            name.StartsWith("tsch", StringComparison.Ordinal) ? name[2..]
            : name.StartsWith("tch", StringComparison.Ordinal) ? name[1..]
            : name;
        foreach (var (written, standard) in Endings)
        {
            if (!name.EndsWith(written, StringComparison.Ordinal))
                continue;
            name = string.Concat(name.AsSpan(0, name.Length - written.Length), standard);
            break;
        }

        // Pharrell is not Farrell, nor Dhillon Dillon.
        return (name[0] is 'q' ? "k" : name[..1]) + Replaced(name[1..], Systems);
    }

    private static string Replaced(string name, (string Written, string Standard)[] spellings)
    {
        var replaced = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length; )
        {
            var (length, standard) = (1, name.Substring(at, 1));
            foreach (var (written, other) in spellings)
            {
                if (!name.AsSpan(at).StartsWith(written))
                    continue;
                (length, standard) = (written.Length, other);
                break;
            }

            replaced.Append(standard);
            at += length;
        }

        return replaced.ToString();
    }

    private static string Undoubled(string name) => string.Concat(name.Where((letter, at) => at == 0 || name[at - 1] != letter));

    // The short vowels that Arabic does not write.
    private static bool AreNearVowels(char a, char b) => (a, b) is ('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e');
}
