using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Writes the sections of a segment one after another, with their checksums. Not thread-safe.</summary>
internal sealed class SegmentOutput
{
    private static ReadOnlySpan<byte> Zeros => [0, 0, 0, 0, 0, 0, 0, 0];

    private readonly Stream stream;
    private readonly byte[] frame = new byte[
        SegmentFormat.HeaderBytes + (SegmentFormat.SectionCount * SegmentFormat.SectionLineBytes) + SegmentFormat.TrailerBytes
    ];
    private long position;
    private int section = -1;
    private long sectionStart;
    private Crc32C checksum;

    /// <summary>Starts a segment at the beginning of an empty stream.</summary>
    public SegmentOutput(Stream stream)
    {
        this.stream = stream;
        BinaryPrimitives.WriteUInt64LittleEndian(frame, SegmentFormat.Magic);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(8), SegmentFormat.Version);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(12), SegmentFormat.AnalysisVersion);
        WriteRaw(frame.AsSpan(0, SegmentFormat.HeaderBytes));
    }

    /// <summary>Gets the number of bytes in the section so far.</summary>
    public int SectionBytes => (int)(position - sectionStart);

    /// <summary>Starts the next section; sections must come in the order of <see cref="SegmentSection"/>, with none left out.</summary>
    public void Begin(SegmentSection next)
    {
        EndSection();
        if ((int)next != section + 1)
            throw new InvalidOperationException($"Section {next} is out of order.");
        section = (int)next;
        sectionStart = position;
        checksum = new Crc32C();
    }

    /// <summary>Writes bytes into the section.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (position - sectionStart + bytes.Length > SegmentFormat.MaxSectionBytes)
            throw new InvalidOperationException("A segment's section would exceed 2 GB: fewer documents must go into one segment.");
        checksum.Add(bytes);
        WriteRaw(bytes);
    }

    /// <summary>Writes a column of numbers into the section, little-endian.</summary>
    public void WriteColumn<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged => Write(MemoryMarshal.AsBytes(numbers));

    /// <summary>Ends the last section and writes table and trailer.</summary>
    public void Finish()
    {
        EndSection();
        if (section + 1 != SegmentFormat.SectionCount)
            throw new InvalidOperationException("Sections are missing.");
        var trailer = frame.AsSpan(frame.Length - SegmentFormat.TrailerBytes);
        BinaryPrimitives.WriteInt32LittleEndian(trailer, SegmentFormat.SectionCount);
        BinaryPrimitives.WriteInt64LittleEndian(trailer[8..], position + frame.Length - SegmentFormat.HeaderBytes);
        BinaryPrimitives.WriteUInt64LittleEndian(trailer[16..], SegmentFormat.Magic);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], Crc32C.Of(frame));
        WriteRaw(frame.AsSpan(SegmentFormat.HeaderBytes));
    }

    private void EndSection()
    {
        if (section >= 0)
        {
            var line = frame.AsSpan(SegmentFormat.HeaderBytes + (section * SegmentFormat.SectionLineBytes), SegmentFormat.SectionLineBytes);
            BinaryPrimitives.WriteInt64LittleEndian(line, sectionStart);
            BinaryPrimitives.WriteInt64LittleEndian(line[8..], position - sectionStart);
            BinaryPrimitives.WriteUInt32LittleEndian(line[16..], checksum.Value);
        }

        var padding = (int)(-position & (SegmentFormat.Alignment - 1));
        WriteRaw(Zeros[..padding]);
    }

    private void WriteRaw(ReadOnlySpan<byte> bytes)
    {
        stream.Write(bytes);
        position += bytes.Length;
    }
}
