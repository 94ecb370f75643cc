using System.Runtime.InteropServices;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Storing;

/// <summary>Represents the composition of an index at one commit. FORMAT.md describes the bytes.</summary>
/// <param name="Applied">The state of the caller's store that the segments have.</param>
/// <param name="NextSegment">The number of the next segment file.</param>
/// <param name="Segments">The segments in the order of the snapshot.</param>
internal sealed record Manifest(AppliedState Applied, long NextSegment, IReadOnlyList<ManifestLine> Segments)
{
    // "NBMANIFE" as a little-endian number.
    private const ulong Magic = 0x4546494E414D424E;

    private const int FewestBytes = 41;

    /// <summary>Returns the bytes of the manifest, with its checksum at the end.</summary>
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(SegmentFormat.Version);
            writer.Write(SegmentFormat.AnalysisVersion);
            writer.Write(Applied.Change);
            writer.Write(Applied.History);
            writer.Write(NextSegment);
            writer.Write(Segments.Count);
            foreach (var line in Segments)
            {
                writer.Write(line.Number);
                writer.Write(line.Length);
                writer.Write(line.Checksum);
                writer.Write(line.Removed.Length);
                writer.Write(MemoryMarshal.AsBytes(line.Removed.AsSpan()));
            }
        }

        var checksum = Crc32C.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return [.. bytes.ToArray(), .. BitConverter.GetBytes(checksum)];
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">
    /// The bytes are not an undamaged manifest of this version; the message says what is wrong.
    /// </exception>
    public static Manifest Read(byte[] bytes)
    {
        if (
            bytes.Length < sizeof(uint)
            || Crc32C.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint))) != BitConverter.ToUInt32(bytes, bytes.Length - sizeof(uint))
        )
            throw new InvalidDataException("it is damaged");
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (bytes.Length < FewestBytes || reader.ReadUInt64() != Magic)
            throw new InvalidDataException("it does not start like a manifest");
        if (reader.ReadInt32() != SegmentFormat.Version)
            throw new InvalidDataException("it has another format version");
        if (reader.ReadInt32() != SegmentFormat.AnalysisVersion)
            throw new InvalidDataException("its terms were made by another version of the text analysis");
        var applied = new AppliedState(reader.ReadInt64(), reader.ReadString());
        var next = reader.ReadInt64();
        var lines = new ManifestLine[reader.ReadInt32()];
        for (var i = 0; i < lines.Length; i++)
        {
            var (number, length, checksum) = (reader.ReadInt64(), reader.ReadInt64(), reader.ReadUInt32());
            var removed = new ulong[reader.ReadInt32()];
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(removed.AsSpan()));
            lines[i] = new ManifestLine(number, length, checksum, removed);
        }

        return new Manifest(applied, next, lines);
    }
}
