using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Language;

/// <summary>Determines whether two folded words are spellings or forms of one word. Thread-safe.</summary>
internal static class Spelling
{
    private const int MinVariantChars = 5;
    private const int MinFormPrefix = 5;

    /// <summary>
    /// Determines whether two words are spellings of one name: they begin alike and differ by at most two letters in a long
    /// name, as "Zelensky" and "Zelenskyy" or "Ogaryovo" and "Ogoryovo", or they are one name by
    /// <see cref="NameSpelling"/>, in any script. "Annis" and "Annie" are two names.
    /// </summary>
    public static bool AreVariants(string a, string b) => AreNear(a, b, unlike: 2);

    /// <summary>
    /// Determines the same as <see cref="AreVariants"/> for a typed word, where any letter may also be a slip for any other.
    /// </summary>
    public static bool AreSlips(string typed, string known) => AreNear(typed, known, unlike: 1);

    private static bool AreNear(string a, string b, int unlike)
    {
        if (NameSpelling.AreOne(a, b))
            return true;
        if (a.Length < MinVariantChars || b.Length < MinVariantChars || a[0] != b[0] || a[1] != b[1])
            return false;
        var allowed = Math.Min(a.Length, b.Length) >= 8 ? 2 : 1;
        return Math.Abs(a.Length - b.Length) <= allowed && EditDistance.Within(a, b, allowed, unlike);
    }

    /// <summary>
    /// Determines whether two words share a long beginning that makes up most of both, as "commemorate" and "commemoration".
    /// </summary>
    public static bool AreForms(string a, string b)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        return prefix >= MinFormPrefix && prefix * 10 >= Math.Max(a.Length, b.Length) * 6 && Math.Min(a.Length, b.Length) - prefix <= 3;
    }
}
