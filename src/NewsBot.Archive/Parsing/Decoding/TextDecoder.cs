using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using UtfUnknown;

namespace NewsBot.Archive.Parsing.Decoding;

/// <summary>Decodes the bytes of a file: by byte order mark, by declared encoding, as UTF-8, or by a guess from the bytes.</summary>
internal static partial class TextDecoder
{
    private const int HeadBytes = 2048;

    // The bytes that a guess is based on, and how certain it must be.
    private const int SampleBytes = 256 * 1024;

    private const float MinConfidence = 0.5f;

    private const int MinLetters = 4;

    /// <summary>
    /// Decodes the text. Returns why the bytes are not text, or null. CR LF becomes LF, and the byte order mark is removed.
    /// </summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="text">The text.</param>
    /// <param name="isWire">Whether the control characters of wire formats (up to U+001F) are allowed.</param>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string text, bool isWire = false)
    {
        var problem = DecodeBytes(bytes, out text);
        if (problem is not null)
            return problem;

        foreach (var c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v') && (!isWire || c == '\0'))
                return $"is not text: it contains the control character U+{(int)c:X4}";
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return null;
    }

    private static string? DecodeBytes(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                return DecodeUtf8(bytes, 3, out text) is { } offset ? NotUtf8(offset) : null;
            case [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]:
                return "is UTF-32; save it as UTF-8";
            case [0xFF, 0xFE, ..]:
                return DecodeUtf16(bytes, 2, bigEndian: false, out text);
            case [0xFE, 0xFF, ..]:
                return DecodeUtf16(bytes, 2, bigEndian: true, out text);
        }

        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
        {
            return LooksLikeUtf16(bytes) is { } bigEndian && DecodeUtf16(bytes, 0, bigEndian, out text) is null
                ? null
                : $"is a binary file (byte {zero} is zero); if it is UTF-16 text, save it as UTF-8";
        }

        var wrong = DecodeUtf8(bytes, 0, out var utf8);
        var declared = Ascii.IsValid(bytes) ? null : Declared(bytes);
        if (declared is { IsSingleByte: false } && Strictly(declared, bytes) is { } asDeclared)
        {
            text = asDeclared;
            return null;
        }

        // Bytes of another encoding are valid UTF-8 by chance only where there are few of them. A page that declares a code page and is
        // valid UTF-8 was therefore converted.
        if (wrong is null)
        {
            text = utf8;
            return null;
        }

        if ((declared is null or UTF8Encoding) && IsDamagedUtf8(bytes))
            return NotUtf8(wrong.Value);
        var encoding = declared is null or UTF8Encoding ? Guess(bytes) : declared;
        if (encoding is null || Strictly(encoding, bytes) is not { } other)
            return NotUtf8(wrong.Value);
        text = other;
        return null;
    }

    private static string NotUtf8(int offset) => $"is not UTF-8: byte {offset} is wrong; save it as UTF-8";

    // Returns the offset of the first wrong byte; null where there is none.
    private static int? DecodeUtf8(ReadOnlySpan<byte> bytes, int skip, out string text)
    {
        text = "";
        var encoded = bytes[skip..];
        var chars = ArrayPool<char>.Shared.Rent(encoded.Length);
        try
        {
            var status = Utf8.ToUtf16(encoded, chars, out var read, out var written, replaceInvalidSequences: false);
            if (status != OperationStatus.Done)
                return skip + read;
            text = new string(chars, 0, written);
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes, int skip, bool bigEndian, out string text)
    {
        text = "";
        try
        {
            text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes[skip..]);
            return null;
        }
        catch (DecoderFallbackException error)
        {
            return $"is not valid UTF-16: byte {skip + Math.Max(error.Index, 0)} is wrong; save it as UTF-8";
        }
    }

    // Spaces, digits and Latin letters have a zero byte, always on the same side of the pair. Returns whether the higher byte comes
    // first; null: not UTF-16.
    private static bool? LooksLikeUtf16(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length & ~1, SampleBytes)];
        int even = 0,
            odd = 0;
        for (var i = 0; i + 1 < sample.Length; i += 2)
        {
            // Two zeros are not a character of a text.
            if (sample[i] == 0 && sample[i + 1] == 0)
                return null;
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        var pairs = sample.Length / 2;
        return pairs < 4 || (even > 0 && odd > 0) || Math.Max(even, odd) < Math.Max(2, pairs / 20) ? null : even > odd;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, HeadBytes)]);
        var match = XmlDeclaration().Match(head);
        if (!match.Success)
            match = MetaCharset().Match(head);
        return match.Success ? Named(match.Groups["name"].Value) : null;
    }

    private static Encoding? Named(string name)
    {
        try
        {
            // On the web the names of ISO 8859-1 mean windows-1252: encoding.spec.whatwg.org, section 4.2.
            return name.ToUpperInvariant() is "ISO-8859-1" or "LATIN1" or "US-ASCII" or "ASCII"
                ? CodePage(1252)
                : CodePagesEncodingProvider.Instance.GetEncoding(
                    name,
                    EncoderFallback.ReplacementFallback,
                    DecoderFallback.ExceptionFallback
                ) ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback)!;

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        // One or two letters do not distinguish alphabets.
        if (OthersIn(bytes) < MinLetters)
            return IsWesternEuropean(bytes) ? CodePage(1252) : null;
        var detected = CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, SampleBytes)].ToArray()).Detected;
        if (
            detected is { Confidence: >= MinConfidence, EncodingName: { } name }
            && Named(name) is { } encoding and not UTF8Encoding
            && Strictly(encoding, bytes) is not null
        )
            return encoding;
        return IsWesternEuropean(bytes) ? CodePage(1252) : null;
    }

    private static int OthersIn(ReadOnlySpan<byte> bytes)
    {
        var others = 0;
        foreach (var value in bytes)
            others += value >= 0x80 ? 1 : 0;
        return others;
    }

    // There are too few letters to judge by frequency. Accented letters and typographic marks among ASCII indicate Western Europe.
    private static bool IsWesternEuropean(ReadOnlySpan<byte> bytes)
    {
        var others = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            others++;
            var isLower = bytes[i] >= 0xDF && bytes[i] is not 0xF7;
            var isMark = bytes[i] is (>= 0x80 and < 0xC0) and not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
            var isUpperAtStart = bytes[i] is >= 0xC0 and < 0xDF && (i == 0 || !char.IsAsciiLetter((char)bytes[i - 1]));
            if (!isLower && !isMark && !isUpperAtStart)
                return false;
        }

        return others * 4 <= bytes.Length;
    }

    // A UTF-8 file that was cut or damaged must not be read as another code page, in which nearly every byte is a letter.
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int whole = 0,
            broken = 0;
        for (var i = 0; i < bytes.Length; )
        {
            if (bytes[i] < 0x80)
            {
                i++;
                continue;
            }

            var length = bytes[i] switch
            {
                >= 0xC2 and < 0xE0 => 2,
                >= 0xE0 and < 0xF0 => 3,
                >= 0xF0 and < 0xF5 => 4,
                _ => 1,
            };
            var next = i + 1;
            while (next < bytes.Length && next < i + length && bytes[next] is >= 0x80 and < 0xC0)
                next++;
            if (length > 1 && (next == i + length || (next == bytes.Length && next > i + 1)))
                whole++;
            else
                broken++;
            i = next;
        }

        return whole > 0 && whole >= broken;
    }

    [GeneratedRegex(@"\A\s*<\?xml\s[^>]{0,80}?\bencoding\s*=\s*[""'](?<name>[A-Za-z0-9._-]{2,40})[""']", RegexOptions.None, 1000)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(
        @"<meta\s[^>]{0,200}?\bcharset\s*=\s*[""']?\s*(?<name>[A-Za-z0-9._-]{2,40})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex MetaCharset();
}
