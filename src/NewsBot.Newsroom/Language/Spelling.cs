using NewsBot.Search.Names;

namespace NewsBot.Newsroom.Language;

/// <summary>Whether two folded words are one word in two spellings or two forms. Thread-safe.</summary>
internal static class Spelling
{
    private const int MinVariantChars = 5;
    private const int MinFormPrefix = 5;

    /// <summary>"Zelensky" and "Zelenskyy", "Ogaryovo" and "Ogoryovo": same beginning, at most two letters apart in a long name; or one name by <see cref="NameSpelling"/>, in any script.</summary>
    public static bool AreVariants(string a, string b)
    {
        if (NameSpelling.AreOne(a, b)) return true;
        if (a.Length < MinVariantChars || b.Length < MinVariantChars || a[0] != b[0] || a[1] != b[1]) return false;
        var allowed = Math.Min(a.Length, b.Length) >= 8 ? 2 : 1;
        return Math.Abs(a.Length - b.Length) <= allowed && EditDistance.Within(a, b, allowed);
    }

    /// <summary>"commemorate" and "commemoration": a long common beginning that makes up most of both words.</summary>
    public static bool AreForms(string a, string b)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        return prefix >= MinFormPrefix && prefix * 10 >= Math.Max(a.Length, b.Length) * 6 && Math.Min(a.Length, b.Length) - prefix <= 3;
    }
}
