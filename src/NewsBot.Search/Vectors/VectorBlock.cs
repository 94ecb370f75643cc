using System.Runtime.InteropServices;
using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Vectors;

/// <summary>Represents some vectors, in memory or in a file: rows, then integers. Immutable, thread-safe.</summary>
/// <remarks>A file has a header of 32 bytes, the rows, the vectors, and the CRC-32C of everything before it; little-endian.</remarks>
internal sealed class VectorBlock
{
    /// <summary>Specifies the version of the format. Raise it with every change of the file's bytes or their meaning.</summary>
    public const int Version = 1;

    private const int HeaderBytes = 32;

    // "NBVECTOR" as a little-endian number.
    private const ulong Magic = 0x524F54434556424E;

    private readonly ReadOnlyMemory<byte> rows;
    private readonly ReadOnlyMemory<byte> vectors;

    private VectorBlock(long? number, int dimension, ReadOnlyMemory<byte> rows, ReadOnlyMemory<byte> vectors, uint checksum)
    {
        (Number, Dimension, this.rows, this.vectors, Checksum) = (number, dimension, rows, vectors, checksum);
        Count = rows.Length / Marshal.SizeOf<VectorRow>();
    }

    /// <summary>Gets the file's number; null for a block in memory.</summary>
    public long? Number { get; }

    /// <summary>Gets the number of dimensions of a vector.</summary>
    public int Dimension { get; }

    /// <summary>Gets the number of vectors.</summary>
    public int Count { get; }

    /// <summary>Gets the file's checksum; 0 in memory.</summary>
    public uint Checksum { get; }

    /// <summary>Gets what is stored with the vectors. Keep the block alive while reading it.</summary>
    public ReadOnlySpan<VectorRow> Rows => MemoryMarshal.Cast<byte, VectorRow>(rows.Span);

    /// <summary>Gets the integers, row after row. Keep the block alive while reading them.</summary>
    public ReadOnlySpan<sbyte> Vectors => MemoryMarshal.Cast<byte, sbyte>(vectors.Span);

    /// <summary>Returns the integers of one row.</summary>
    public ReadOnlySpan<sbyte> VectorOf(int row)
    {
        var stride = Quantised.Stride(Dimension);
        return Vectors.Slice(row * stride, stride);
    }

    /// <summary>Creates a block in memory.</summary>
    public static VectorBlock Of(int dimension, IReadOnlyList<VectorRow> rows, ReadOnlyMemory<byte> vectors) =>
        new(null, dimension, MemoryMarshal.AsBytes<VectorRow>(rows.ToArray()).ToArray(), vectors, 0);

    /// <summary>Writes rows of several blocks as one file.</summary>
    public static void Write(Stream stream, int dimension, IReadOnlyList<(VectorBlock Block, int Row)> kept)
    {
        var crc = new Crc32C();
        var header = new byte[HeaderBytes];
        BitConverter.TryWriteBytes(header, Magic);
        BitConverter.TryWriteBytes(header.AsSpan(8), Version);
        BitConverter.TryWriteBytes(header.AsSpan(12), dimension);
        BitConverter.TryWriteBytes(header.AsSpan(16), kept.Count);
        Put(header);
        foreach (var (block, row) in kept)
            Put(MemoryMarshal.AsBytes(block.Rows.Slice(row, 1)));
        foreach (var (block, row) in kept)
            Put(MemoryMarshal.AsBytes(block.VectorOf(row)));
        GC.KeepAlive(kept);
        stream.Write(BitConverter.GetBytes(crc.Value));

        void Put(ReadOnlySpan<byte> bytes)
        {
            crc.Add(bytes);
            stream.Write(bytes);
        }
    }

    /// <summary>Opens a file and checks every byte of it.</summary>
    /// <exception cref="InvalidDataException">The file is not an undamaged file of vectors; the message says what is wrong.</exception>
    public static VectorBlock Open(string file, long number)
    {
        var length = new FileInfo(file).Length;
        if (length is < HeaderBytes + sizeof(uint) or > int.MaxValue)
            throw new InvalidDataException("it is too short or too long");
        var all = MappedFile.Map(file, length, [(0, (int)length)])[0];
        var bytes = all.Span;
        var end = bytes.Length - sizeof(uint);
        var checksum = BitConverter.ToUInt32(bytes[end..]);
        if (Crc32C.Of(bytes[..end]) != checksum)
            throw new InvalidDataException("it is damaged");
        if (BitConverter.ToUInt64(bytes) != Magic || BitConverter.ToInt32(bytes[8..]) != Version)
            throw new InvalidDataException("it is of another version of the format");
        var (dimension, count) = (BitConverter.ToInt32(bytes[12..]), BitConverter.ToInt32(bytes[16..]));
        var rowBytes = (long)count * Marshal.SizeOf<VectorRow>();
        if (dimension < 1 || count < 0 || HeaderBytes + rowBytes + ((long)count * Quantised.Stride(dimension)) != end)
            throw new InvalidDataException("its length does not fit its header");
        return new VectorBlock(number, dimension, all.Slice(HeaderBytes, (int)rowBytes), all[(HeaderBytes + (int)rowBytes)..end], checksum);
    }
}
