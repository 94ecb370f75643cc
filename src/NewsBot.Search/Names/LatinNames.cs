using System.Text;

namespace NewsBot.Search.Names;

/// <summary>Tells Latin spellings of one name of another script: "Mohammed" and "Muhammad", "Tchaikovsky" and "Chaikovsky". Stateless, thread-safe.</summary>
/// <remarks>
/// Where the systems of romanisation and newspapers differ (<see cref="LetterSpellings"/>), one spelling stands for all. Short vowels that Arabic does not
/// write may then differ, a with e and e with i, where the consonants are the same: at most one of them, two from seven letters on, and never the first letter.
/// docs/ranking.md has how often that joins different names.
/// </remarks>
internal static class LatinNames
{
    /// <summary>Shorter words have no other spelling.</summary>
    public const int MinChars = 4;

    private const int MinCharsForVowels = 6;
    private const int MinCharsForTwoVowels = 7;

    private static readonly (string Written, string Standard)[] Standards =
    [
        ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dh", "d"), ("gh", "g"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oo", "u"),
        ("ee", "i"), ("iy", "i"), ("yi", "i"), ("ij", "i"), ("yj", "i"), ("ii", "i"), ("yy", "i"), ("o", "u"), ("y", "i"), ("q", "k"), ("w", "v"), ("x", "ks"),
    ];

    /// <summary>Returns whether two folded words are spellings of one name.</summary>
    public static bool AreOne(string name, string other)
    {
        if (name.Length < MinChars || other.Length < MinChars || Math.Abs(name.Length - other.Length) > 4)
            return false;
        return AreOneStandard(StandardOf(name), StandardOf(other));
    }

    /// <summary>Returns the one spelling that stands for all others of a folded word, but for its short vowels.</summary>
    public static string StandardOf(string name)
    {
        var standard = new StringBuilder(name.Length);
        for (var at = 0; at < name.Length;)
        {
            var rest = name.AsSpan(at);
            var standardized = false;
            foreach (var (spelling, one) in Standards)
            {
                if (!rest.StartsWith(spelling))
                    continue;
                Append(standard, one);
                at += spelling.Length;
                standardized = true;
                break;
            }

            if (!standardized)
                Append(standard, name.AsSpan(at++, 1));
        }

        if (name.EndsWith("off", StringComparison.Ordinal))
            standard[^1] = 'v';
        return standard.Length > MinChars && standard[^1] == 'h' && standard[^2] == 'a' ? standard.ToString(0, standard.Length - 1) : standard.ToString();
    }

    private static void Append(StringBuilder standard, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (standard.Length == 0 || standard[^1] != c)
                standard.Append(c);
        }
    }

    private static bool AreOneStandard(string name, string other)
    {
        if (name == other)
            return true;
        if (name.Length != other.Length || name.Length < MinCharsForVowels || name[0] != other[0])
            return false;
        var left = name.Length < MinCharsForTwoVowels ? 1 : 2;
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] != other[i] && (left-- == 0 || !AreNearVowels(name[i], other[i])))
                return false;
        }

        return true;
    }

    private static bool AreNearVowels(char a, char b) => (a, b) is ('a', 'e') or ('e', 'a') or ('e', 'i') or ('i', 'e');
}
