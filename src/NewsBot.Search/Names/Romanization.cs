using System.Buffers;
using System.Text;

namespace NewsBot.Search.Names;

/// <summary>Compares Latin spellings of names with Greek, Cyrillic and Arabic ones, letter by letter. Stateless, thread-safe.</summary>
/// <remarks>
/// <see cref="LetterSpellings"/> lists the spellings of each letter and their sources. Inflected forms count as their name
/// (<see cref="Inflection"/>), even with the vowel that changes in closed syllables (Чернігів, Чернігова). Arabic does not write short
/// vowels: one may follow each consonant.
/// </remarks>
public static class Romanization
{
    private const int MinChars = 3;

    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");

    private static readonly SearchValues<char> CyrillicVowels = SearchValues.Create("аеиоуыэюяєіь");

    /// <summary>Specifies the minimum length of an inflected form's stem in letters, in both scripts.</summary>
    private const int MinStem = 3;

    /// <summary>Represents what Arabic joins to the following word: the article, "and", "to", "in".</summary>
    private static readonly string[] Proclitics = ["وال", "بال", "ال", "لل", "و", "ب", "ل"];

    /// <summary>
    /// Returns a text in Latin letters, by the BGN/PCGN system of its letters (Ukrainian where it has a letter that only Ukrainian uses).
    /// Other characters stay, and the vowels that Arabic does not write are missing.
    /// </summary>
    public static string Write(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var written = new StringBuilder(text.Length + 8);
        var isUkrainian = text.AsSpan().ContainsAny(UkrainianLetters);
        for (var i = 0; i < text.Length; i++)
        {
            if (!OtherScript.Is(text.AsSpan(i)))
            {
                written.Append(text[i]);
                continue;
            }

            var (letter, next) = (Plain(text[i]), i + 1 < text.Length ? Plain(text[i + 1]) : '\0');
            var isPair = LetterSpellings.Pairs.TryGetValue((letter, next), out var spellings) && OtherScript.IsGreek(letter);
            if (isUkrainian && letter is 'г' or 'и')
                spellings = [letter == 'г' ? "h" : "y"];
            else if (!isPair)
                spellings = LetterSpellings.Of(letter);
            if (spellings is [{ Length: > 0 } first, ..])
                written.Append(char.IsUpper(text[i]) ? char.ToUpperInvariant(first[0]) : first[0]).Append(first.AsSpan(1));
            i += isPair ? 1 : 0;
        }

        return written.ToString();
    }

    /// <summary>Determines whether a Latin word spells a name of another script, in any of its grammatical cases.</summary>
    /// <param name="latin">A folded word in Latin letters.</param>
    /// <param name="other">A folded word of <see cref="OtherScript"/>.</param>
    public static bool Fits(string latin, string other)
    {
        ArgumentNullException.ThrowIfNull(latin);
        ArgumentNullException.ThrowIfNull(other);
        if (latin.Length < MinChars || other.Length < MinChars || latin[0] is < 'a' or > 'z')
            return false;
        var word = Undouble(latin);
        var name = Undouble(other);
        if (OtherScript.IsArabic(name[0]))
            return FitsArabic(word, name);
        return Spells(word, name, ClosedVowelOf(name, isInflected: false), takesVowels: false) || FitsInflected(word, name);
    }

    /// <summary>Returns the possible first letters of a name spelt by a Latin word.</summary>
    public static IEnumerable<char> FirstLettersOf(string latin) =>
        latin is ['y' or 'j', var second, ..]
            ? LetterSpellings.StartingWith(latin[0]).Concat(LetterSpellings.StartingWith(second)).Distinct()
            : LetterSpellings.StartingWith(latin[0]);

    private static bool FitsArabic(string word, string name) =>
        Spells(word, name, closedVowel: -1, takesVowels: true)
        || Proclitics.Any(proclitic =>
            name.Length >= proclitic.Length + MinStem
            && name.StartsWith(proclitic, StringComparison.Ordinal)
            && Spells(word, name.AsSpan(proclitic.Length), closedVowel: -1, takesVowels: true)
        );

    private static bool FitsInflected(ReadOnlySpan<char> word, string name)
    {
        for (var length = 1; length <= Inflection.LongestEnding && name.Length - length >= MinStem; length++)
        {
            if (!Inflection.LatinOf.TryGetValue(name[^length..], out var endings))
                continue;
            var stem = name.AsSpan(0, name.Length - length);
            foreach (var ending in endings)
            {
                if (word.Length - ending.Length < MinStem || !word.EndsWith(ending))
                    continue;
                if (
                    Spells(
                        word[..^ending.Length],
                        stem,
                        ending.Length == 0 ? ClosedVowelOf(stem, isInflected: true) : -1,
                        takesVowels: false
                    )
                )
                    return true;
            }
        }

        return false;
    }

    // Returns the position of the vowel in the last, closed syllable that Ukrainian changes between cases; -1 where there is none.
    private static int ClosedVowelOf(ReadOnlySpan<char> name, bool isInflected)
    {
        var at = name.LastIndexOfAny(CyrillicVowels);
        if (at < 1 || at == name.Length - 1)
            return -1;
        return name[at] is 'і' || (isInflected && name[at] is 'о' or 'е' or 'є') ? at : -1;
    }

    // Determines whether all of the word spells all of the name.
    private static bool Spells(ReadOnlySpan<char> word, ReadOnlySpan<char> name, int closedVowel, bool takesVowels, bool mayInsert = false)
    {
        if (name.Length == 0)
            return word.Length == 0 || (takesVowels && word is "h");
        if (name.Length > 1 && LetterSpellings.Pairs.TryGetValue((name[0], name[1]), out var pair))
        {
            foreach (var spelling in pair)
            {
                if (word.StartsWith(spelling) && Spells(word[spelling.Length..], name[2..], closedVowel - 2, takesVowels, mayInsert: false))
                    return true;
            }
        }

        var spellings = LetterSpellings.Of(name[0]);
        if (spellings.Length == 0)
            return !char.IsLetter(name[0]) && Spells(word, name[1..], closedVowel - 1, takesVowels, mayInsert);
        foreach (var spelling in spellings)
        {
            if (
                word.StartsWith(spelling)
                && Spells(word[spelling.Length..], name[1..], closedVowel - 1, takesVowels, takesVowels && !IsVowel(spelling))
            )
                return true;
        }

        if (closedVowel == 0)
        {
            foreach (var spelling in (ReadOnlySpan<string>)["i", "yi", "o", "e", "ye", "ie"])
            {
                if (word.StartsWith(spelling) && Spells(word[spelling.Length..], name[1..], -1, takesVowels))
                    return true;
            }
        }

        return mayInsert && word.Length > 1 && "aeiou".Contains(word[0]) && Spells(word[1..], name, closedVowel, takesVowels);
    }

    private static bool IsVowel(string spelling) => spelling.Length > 0 && "aeiouy".Contains(spelling[^1]) && spelling != "y";

    // Doubled letters are as often written once as twice; й after a vowel and in "-ий" may be left out, so that и represents both.
    private static string Undouble(string word)
    {
        var undoubled = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (c is '\'' or '\u0640' || (undoubled.Length > 0 && undoubled[^1] == c && !IsDoubledVowel(c)))
                continue;
            undoubled.Append(c);
        }

        return undoubled.Length == word.Length ? word : undoubled.ToString();
    }

    private static bool IsDoubledVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'и' or 'і';

    private static char Plain(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        return Analysis.LetterFolds.TryGet(lower, out var plain) && plain.Length == 1 ? plain[0] : lower;
    }
}
