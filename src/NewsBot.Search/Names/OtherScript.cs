namespace NewsBot.Search.Names;

/// <summary>
/// Recognises words in the scripts whose names are compared with Latin ones: Greek, Cyrillic and Arabic. Stateless, thread-safe.
/// </summary>
public static class OtherScript
{
    /// <summary>Specifies the first code point of these scripts; terms in Latin letters sort before it.</summary>
    internal const char First = '\u0370';

    private const char Last = '\u1FFF';

    /// <summary>Determines whether a word begins with a Greek, Cyrillic or Arabic letter.</summary>
    /// <param name="word">A word as written or folded.</param>
    public static bool Is(ReadOnlySpan<char> word) => word.Length > 0 && (IsGreek(word[0]) || IsCyrillic(word[0]) || IsArabic(word[0]));

    /// <summary>Determines whether a text has a Greek, Cyrillic or Arabic letter.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) => text.ContainsAnyInRange(First, Last);

    /// <summary>Determines whether most letters of a text are Greek, Cyrillic or Arabic.</summary>
    public static bool IsMostOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsIn(text))
            return false;
        var (letters, others) = (0, 0);
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (IsGreek(c) || IsCyrillic(c) || IsArabic(c))
                others++;
        }

        return others * 2 > letters;
    }

    /// <summary>Determines whether a word is in a script without capital letters, so that they cannot mark a name.</summary>
    public static bool IsCaseless(ReadOnlySpan<char> word) => word.Length > 0 && IsArabic(word[0]);

    internal static bool IsGreek(char c) => c is (>= First and <= '\u03FF') or (>= '\u1F00' and <= '\u1FFF');

    internal static bool IsCyrillic(char c) => c is >= '\u0400' and <= '\u052F';

    internal static bool IsArabic(char c) => c is (>= '\u0600' and <= '\u06FF') or (>= '\u0750' and <= '\u077F');
}
