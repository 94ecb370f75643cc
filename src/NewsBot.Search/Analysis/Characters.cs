using System.Globalization;
using System.Text;

namespace NewsBot.Search.Analysis;

/// <summary>Classifies the code points of a text for <see cref="WordEnumerator"/>.</summary>
internal static class Characters
{
    /// <summary>Returns the kind of the code point at a position.</summary>
    /// <param name="text">Any text, even with lone surrogates.</param>
    /// <param name="position">Any position; outside the text the kind is <see cref="CharacterKind.Separator"/>.</param>
    /// <param name="width">The number of UTF-16 code units of the code point: 1 or 2.</param>
    public static CharacterKind KindAt(ReadOnlySpan<char> text, int position, out int width)
    {
        width = 1;
        if ((uint)position >= (uint)text.Length)
            return CharacterKind.Separator;
        var c = text[position];
        if (char.IsAscii(c))
            return char.IsAsciiLetter(c) ? CharacterKind.Letter
                : char.IsAsciiDigit(c) ? CharacterKind.Digit
                : CharacterKind.Separator;
        if (!char.IsSurrogate(c))
            return IsIdeograph(c) ? CharacterKind.Ideograph : KindOf(CharUnicodeInfo.GetUnicodeCategory(c), c);
        if (Rune.DecodeFromUtf16(text[position..], out var rune, out var consumed) != System.Buffers.OperationStatus.Done)
            return CharacterKind.Separator;
        width = consumed;
        return IsIdeograph(rune.Value) ? CharacterKind.Ideograph : KindOf(Rune.GetUnicodeCategory(rune), '\0');
    }

    /// <summary>
    /// Determines whether the character is a straight, curly, modifier or full-width apostrophe, or the acute accent that some keyboards
    /// type instead.
    /// </summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u2032' or '\u00B4' or '\uFF07';

    /// <summary>Determines whether the character has no width and only says how to break or join a word.</summary>
    public static bool IsInvisibleJoiner(char c) => c is '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static CharacterKind KindOf(UnicodeCategory category, char c) =>
        category switch
        {
            // The modifier apostrophe is a letter by category; as the first letter of a word it would hide the word.
            UnicodeCategory.ModifierLetter when IsApostrophe(c) => CharacterKind.Separator,
            UnicodeCategory.UppercaseLetter
            or UnicodeCategory.LowercaseLetter
            or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter => CharacterKind.Letter,
            UnicodeCategory.DecimalDigitNumber => CharacterKind.Digit,
            UnicodeCategory.OtherNumber when c != '\0' && CharUnicodeInfo.GetDigitValue(c) >= 0 => CharacterKind.Digit,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => CharacterKind.Mark,
            UnicodeCategory.Format when IsInvisibleJoiner(c) => CharacterKind.Mark,
            _ => CharacterKind.Separator,
        };

    // Blocks of the Unicode standard: kana; CJK extension A; CJK unified; compatibility; supplementary and tertiary ideographic planes.
    private static bool IsIdeograph(int codePoint) =>
        codePoint
            is (>= 0x3041 and <= 0x30FF and not 0x30FB)
                or (>= 0x3400 and <= 0x4DBF)
                or (>= 0x4E00 and <= 0x9FFF)
                or (>= 0xF900 and <= 0xFAFF)
                or (>= 0x20000 and <= 0x3FFFD);
}
