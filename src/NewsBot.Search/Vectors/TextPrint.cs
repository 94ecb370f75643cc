using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace NewsBot.Search.Vectors;

/// <summary>
/// Identifies equal texts: the first 128 bits of SHA-256 over UTF-16. A vector belongs to a text, wherever that text occurs.
/// </summary>
/// <param name="High">The first half.</param>
/// <param name="Low">The second half.</param>
public readonly record struct TextPrint(ulong High, ulong Low)
{
    /// <summary>Returns the print of a text.</summary>
    public static TextPrint Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return new TextPrint(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt64LittleEndian(hash[sizeof(ulong)..]));
    }
}
