using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace NewsBot.Archive.Parsing;

/// <summary>Turns the bytes of a plain text file into a text.</summary>
internal static class PlainTextDecoder
{
    /// <summary>
    /// UTF-8 with or without a byte order mark, or UTF-16 with one; CR LF becomes LF. Returns why the bytes are no text, or null.
    /// </summary>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string text)
    {
        text = "";
        var problem = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => DecodeUtf8(bytes, 3, out text),
            [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..] => "is UTF-32; save it as UTF-8",
            [0xFF, 0xFE, ..] => DecodeUtf16(bytes[2..], bigEndian: false, out text),
            [0xFE, 0xFF, ..] => DecodeUtf16(bytes[2..], bigEndian: true, out text),
            _ => DecodeUtf8(bytes, 0, out text),
        };
        if (problem is not null)
            return problem;

        foreach (var c in text)
        {
            if (char.IsControl(c) && c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v'))
                return $"is not a text: it holds the control character U+{(int)c:X4}";
        }

        text = text.Replace("\r\n", "\n", StringComparison.Ordinal);
        return null;
    }

    private static string? DecodeUtf8(ReadOnlySpan<byte> bytes, int skip, out string text)
    {
        text = "";
        var zero = bytes.IndexOf((byte)0);
        if (zero >= 0)
            return $"is a binary file (byte {zero} is zero); if it is a text in UTF-16, save it as UTF-8";

        var encoded = bytes[skip..];
        var chars = ArrayPool<char>.Shared.Rent(encoded.Length);
        try
        {
            var status = Utf8.ToUtf16(encoded, chars, out var read, out var written, replaceInvalidSequences: false);
            if (status != OperationStatus.Done)
                return $"is not UTF-8: byte {skip + read} is wrong; save it as UTF-8";
            text = new string(chars, 0, written);
            return null;
        }
        finally
        {
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    private static string? DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, out string text)
    {
        text = "";
        try
        {
            text = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);
            return null;
        }
        catch (DecoderFallbackException error)
        {
            return $"is not valid UTF-16: byte {2 + Math.Max(error.Index, 0)} is wrong; save it as UTF-8";
        }
    }
}
