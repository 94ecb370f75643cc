using System.Buffers.Binary;

namespace NewsBot.Search.Index.Segments;

/// <summary>Opens segments and checks every byte of them.</summary>
internal static class SegmentFile
{
    private const int FrameBytes =
        SegmentFormat.HeaderBytes + (SegmentFormat.SectionCount * SegmentFormat.SectionLineBytes) + SegmentFormat.TrailerBytes;

    /// <summary>Maps a file and reads all of it once, to compare the checksums.</summary>
    /// <exception cref="InvalidDataException">
    /// The file is not an undamaged segment of this version; the message says what is wrong, but not in which file.
    /// </exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <param name="path">The file.</param>
    /// <param name="number">The file's number in its directory.</param>
    public static Segment Open(string path, long number) => Open(path, number, isChecked: true);

    /// <summary>Maps a file that this process has just written, without checking it.</summary>
    public static Segment OpenTrusted(string path, long number) => Open(path, number, isChecked: false);

    private static Segment Open(string path, long number, bool isChecked)
    {
        var length = new FileInfo(path).Length;
        if (length < FrameBytes)
            throw new InvalidDataException("it is shorter than any segment");
        var frame = new byte[FrameBytes];
        using (var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete))
        {
            stream.ReadExactly(frame, 0, SegmentFormat.HeaderBytes);
            stream.Seek(SegmentFormat.HeaderBytes - FrameBytes, SeekOrigin.End);
            stream.ReadExactly(frame, SegmentFormat.HeaderBytes, FrameBytes - SegmentFormat.HeaderBytes);
        }

        var (parts, checksums, checksum) = ReadFrame(frame, length);
        var mapped = MappedFile.Map(path, length, parts);
        return new Segment(isChecked ? Check(mapped, checksums) : mapped, checksum, length, number);
    }

    /// <summary>Returns the segment in bytes that this process has just written, without checking it.</summary>
    public static Segment ReadTrusted(ReadOnlyMemory<byte> bytes)
    {
        byte[] frame = [.. bytes.Span[..SegmentFormat.HeaderBytes], .. bytes.Span[^(FrameBytes - SegmentFormat.HeaderBytes)..]];
        var (parts, _, checksum) = ReadFrame(frame, bytes.Length);
        return new Segment([.. parts.Select(part => bytes.Slice((int)part.Offset, part.Length))], checksum, bytes.Length);
    }

    // The parts alternate: a section, and the padding after it.
    private static (List<(long Offset, int Length)> Parts, uint[] Checksums, uint Checksum) ReadFrame(byte[] frame, long fileLength)
    {
        if (
            BinaryPrimitives.ReadUInt64LittleEndian(frame) != SegmentFormat.Magic
            || BinaryPrimitives.ReadUInt64LittleEndian(frame.AsSpan(FrameBytes - 8)) != SegmentFormat.Magic
        )
            throw new InvalidDataException("it does not start or end like a segment");
        if (BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(8)) != SegmentFormat.Version)
            throw new InvalidDataException("it has another format version");
        if (BinaryPrimitives.ReadInt32LittleEndian(frame.AsSpan(12)) != SegmentFormat.AnalysisVersion)
            throw new InvalidDataException("its terms were made by another version of the text analysis");

        var trailer = frame.AsSpan(FrameBytes - SegmentFormat.TrailerBytes);
        var checksum = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        trailer.Slice(4, 4).Clear();
        if (Crc32C.Of(frame) != checksum || BinaryPrimitives.ReadInt32LittleEndian(trailer) != SegmentFormat.SectionCount)
            throw new InvalidDataException("its table of sections is damaged");
        if (BinaryPrimitives.ReadInt64LittleEndian(trailer[8..]) != fileLength)
            throw new InvalidDataException("its length is wrong");

        var parts = new List<(long Offset, int Length)>();
        var checksums = new uint[SegmentFormat.SectionCount];
        for (var section = 0; section < checksums.Length; section++)
        {
            var line = frame.AsSpan(SegmentFormat.HeaderBytes + (section * SegmentFormat.SectionLineBytes));
            var (offset, length) = (BinaryPrimitives.ReadInt64LittleEndian(line), (int)BinaryPrimitives.ReadInt64LittleEndian(line[8..]));
            parts.Add((offset, length));
            parts.Add((offset + length, (int)(-(offset + length) & (SegmentFormat.Alignment - 1))));
            checksums[section] = BinaryPrimitives.ReadUInt32LittleEndian(line[16..]);
        }

        return (parts, checksums, checksum);
    }

    private static ReadOnlyMemory<byte>[] Check(ReadOnlyMemory<byte>[] parts, uint[] checksums)
    {
        for (var section = 0; section < checksums.Length; section++)
        {
            if (Crc32C.Of(parts[section * 2].Span) != checksums[section])
                throw new InvalidDataException($"its section {(SegmentSection)section} is damaged");
            if (parts[(section * 2) + 1].Span.ContainsAnyExcept((byte)0))
                throw new InvalidDataException($"it has stray bytes after its section {(SegmentSection)section}");
        }

        return parts;
    }
}
