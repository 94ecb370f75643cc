using System.Globalization;
using System.Text;

namespace NewsBot.Archive.Splitting;

/// <summary>Represents the word after a possible end of a sentence.</summary>
/// <param name="Start">The first letter or digit; the end of the text where there is none.</param>
/// <param name="End">One past the word.</param>
/// <param name="Kind">How the word begins.</param>
internal readonly record struct NextWord(int Start, int End, NextWordKind Kind)
{
    // The longest run of quotes, bullets, emoji and spaces between two sentences; a longer one is text in its own right.
    private const int MaxLead = 16;

    private const int MaxWord = 40;

    private const string Leads = "-–—―•*·■►▶…./";

    /// <summary>Returns the word at or after <paramref name="at"/>, past opening quotes, brackets, dashes, bullets and symbols.</summary>
    public static NextWord After(string text, int at, int end)
    {
        var tag = false;
        var quoted = false;
        for (var i = at; i < end && i - at < MaxLead; )
        {
            if (
                Rune.DecodeFromUtf16(text.AsSpan(i, Math.Min(2, end - i)), out var rune, out var length)
                != System.Buffers.OperationStatus.Done
            )
                return new NextWord(i, i, NextWordKind.Symbol);

            if (Rune.IsLetterOrDigit(rune))
                return WordAt(text, i, end, rune, tag, quoted);

            tag |= text[i] is '@' or '#' or '$' or '£' or '€';
            quoted |= Terminators.IsOpener(text[i]);
            if (
                !Rune.IsWhiteSpace(rune)
                && !Terminators.IsOpener(text[i])
                && !Terminators.IsCloser(text[i])
                && !Leads.Contains(text[i])
                && !IsSymbol(rune)
            )
                return new NextWord(i, i, NextWordKind.Symbol);
            i += length;
        }

        return at + MaxLead < end ? new NextWord(at, at, NextWordKind.Symbol) : new NextWord(end, end, NextWordKind.None);
    }

    /// <summary>Returns the word unchanged.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, End - Start);

    private static NextWord WordAt(string text, int start, int end, Rune first, bool tag, bool quoted)
    {
        var wordEnd = start;
        while (wordEnd < end && wordEnd - start < MaxWord && (char.IsLetterOrDigit(text[wordEnd]) || char.IsSurrogate(text[wordEnd])))
            wordEnd++;

        var kind = Rune.GetUnicodeCategory(first) switch
        {
            _ when Rune.IsDigit(first) => NextWordKind.Digit,
            UnicodeCategory.LowercaseLetter when tag || IsCamelCase(text, start, wordEnd) => NextWordKind.Upper,
            UnicodeCategory.LowercaseLetter => quoted ? NextWordKind.QuotedLower : NextWordKind.Lower,
            _ => NextWordKind.Upper,
        };
        return new NextWord(start, wordEnd, kind);
    }

    // iPhone, eBay
    private static bool IsCamelCase(string text, int start, int end) =>
        end - start > 2 && (char.IsUpper(text[start + 1]) || char.IsUpper(text[start + 2]));

    private static bool IsSymbol(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.OtherSymbol
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark
                or UnicodeCategory.Format
        || rune.Value is '@' or '#';
}
