using System.Collections.Frozen;

namespace NewsBot.Search.Names;

/// <summary>
/// Provides the Latin spellings of Greek, Cyrillic and Arabic letters, folded; the first of each is the one that
/// <see cref="Romanization.Write"/> writes.
/// </summary>
/// <remarks>
/// The first spellings are those of the BGN/PCGN systems: Russian (1947), Ukrainian (2019, which is the national system of 2010), Greek
/// (1996, ELOT 743, ISO 843), Arabic (1956). The others are those of ISO 9 and ISO 233 without their marks, of ALA-LC, and of newspapers
/// in English, German and French ("tch", "tsch", "ou", "w"). Letters are folded as by <see cref="Analysis.TermFolding"/>: й is и, ї is і,
/// ё is е, ς is σ.
/// </remarks>
internal static class LetterSpellings
{
    /// <summary>Represents the spellings of two letters together; the letters may also be spelt separately.</summary>
    public static readonly FrozenDictionary<(char First, char Second), string[]> Pairs = Read(
            """
            ου ou u oo
            αυ av af au
            ευ ev ef eu
            ηυ iv if
            μπ b mp mb
            ντ nt d nd
            γκ gk g ng nk
            γγ ng gg
            γχ nch nkh
            γξ nx
            τζ tz j dz
            αι ai e ae
            ει ei i
            οι oi i
            υι yi i
            кс ks x
            дж dzh j dj g
            """
        )
        .ToFrozenDictionary(row => (row.Letters[0], row.Letters[1]), row => row.Spellings);

    private static readonly FrozenDictionary<char, string[]> Letters = Read(
            """
            а a
            б b
            в v w f
            г g h gh
            ґ g
            д d
            е e ye ie je yo io jo
            є ye ie e je
            ж zh j z
            з z s
            и i y ee
            і i y yi ji ii
            к k c ck q
            л l
            м m
            н n
            о o
            п p
            р r
            с s
            т t th
            у u ou oo w
            ф f ph
            х kh h ch x
            ц ts tz c z cz
            ч ch tch tsch c cz
            ш sh sch ch s sz
            щ shch sch shh sc szcz schtsch sht
            ъ - a
            ы y i
            ь -
            э e
            ю yu iu ju u you iou
            я ya ia ja a
            ј j y i
            љ lj l
            њ nj n
            ђ dj d
            ћ c ch
            џ dz dzh j dj
            α a
            β v b
            γ g gh y
            δ d dh
            ε e
            ζ z
            η i e
            θ th t
            ι i y j
            κ k c
            λ l
            μ m
            ν n
            ξ x ks
            ο o
            π p
            ρ r rh
            σ s z
            τ t
            υ y i u
            φ f ph
            χ kh ch h x
            ψ ps
            ω o
            ا a e i o u -
            أ a e i o u
            إ i e
            آ a aa
            ٱ a -
            ء -
            ؤ o u w
            ئ i y e
            ب b p v
            پ p
            ت t
            ث th s
            ج j g dj
            چ ch
            ح h
            خ kh h
            د d
            ذ dh d z th
            ر r
            ز z
            ژ zh j
            س s
            ش sh ch sch
            ص s
            ض d dh
            ط t
            ظ z dh
            ع - a
            غ gh g
            ف f v ph
            ق q k g gh kh
            ك k c
            ک k c
            گ g
            ل l
            م m
            ن n
            ه h
            ة a ah eh at
            و w u o ou oo v au aw ow
            ي y i ee ai ay ei ey e ie
            ی y i ee ai ay ei ey e ie a
            ى a i y
            """
        )
        .ToFrozenDictionary(row => row.Letters[0], row => row.Spellings);

    /// <summary>Returns the spellings of a letter; none for one without a sound of its own: a vowel sign, a lengthening.</summary>
    public static string[] Of(char letter) => Letters.GetValueOrDefault(letter, []);

    /// <summary>Returns the letters with a spelling that begins with a Latin letter or is empty.</summary>
    public static IEnumerable<char> StartingWith(char latin) =>
        Letters
            .Where(letter => letter.Value.Any(spelling => spelling.Length == 0 || spelling[0] == latin))
            .Select(letter => letter.Key)
            .Concat(Pairs.Where(pair => pair.Value.Any(spelling => spelling[0] == latin)).Select(pair => pair.Key.First))
            .Distinct();

    private static IEnumerable<(string Letters, string[] Spellings)> Read(string table) =>
        table
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(' '))
            .Select(row => (row[0], row[1..].Select(spelling => spelling.Replace("-", "", StringComparison.Ordinal)).ToArray()));
}
