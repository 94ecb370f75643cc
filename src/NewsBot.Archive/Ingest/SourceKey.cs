using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Archive.Ingest;

/// <summary>
/// Represents a source in sets that would be too large with the sources themselves: half a SHA-256, with no collisions in practice.
/// </summary>
internal readonly record struct SourceKey(UInt128 Value)
{
    public static SourceKey Of(string source)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(source), hash);
        return new SourceKey(BinaryPrimitives.ReadUInt128LittleEndian(hash));
    }
}
