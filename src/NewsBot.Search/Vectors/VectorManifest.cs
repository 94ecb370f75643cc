using NewsBot.Search.Index.Segments;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Search.Vectors;

/// <summary>Represents the composition of a folder of vectors at one commit.</summary>
/// <param name="Model">The model that made the vectors.</param>
/// <param name="Applied">The state of the caller's store up to which every passage has its vector.</param>
/// <param name="NextFile">The number of the next file.</param>
/// <param name="Files">The number and checksum of each file, in order.</param>
internal sealed record VectorManifest(string Model, AppliedState Applied, long NextFile, IReadOnlyList<(long Number, uint Checksum)> Files)
{
    // "NBVECMAN" as a little-endian number.
    private const ulong Magic = 0x4E414D434556424E;

    /// <summary>Returns the bytes of the manifest, with its checksum at the end.</summary>
    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, System.Text.Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(VectorBlock.Version);
            writer.Write(Model);
            writer.Write(Applied.Change);
            writer.Write(Applied.History);
            writer.Write(NextFile);
            writer.Write(Files.Count);
            foreach (var (number, checksum) in Files)
            {
                writer.Write(number);
                writer.Write(checksum);
            }
        }

        return [.. bytes.ToArray(), .. BitConverter.GetBytes(Crc32C.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))];
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="InvalidDataException">
    /// The bytes are not an undamaged manifest of this version; the message says what is wrong.
    /// </exception>
    public static VectorManifest Read(byte[] bytes)
    {
        if (
            bytes.Length < sizeof(uint)
            || Crc32C.Of(bytes.AsSpan(0, bytes.Length - sizeof(uint))) != BitConverter.ToUInt32(bytes, bytes.Length - sizeof(uint))
        )
            throw new InvalidDataException("it is damaged");
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (
            bytes.Length < sizeof(ulong) + sizeof(int) + sizeof(uint)
            || reader.ReadUInt64() != Magic
            || reader.ReadInt32() != VectorBlock.Version
        )
            throw new InvalidDataException("it has another format version");
        var (model, applied, next) = (reader.ReadString(), new AppliedState(reader.ReadInt64(), reader.ReadString()), reader.ReadInt64());
        var files = new (long, uint)[reader.ReadInt32()];
        for (var i = 0; i < files.Length; i++)
            files[i] = (reader.ReadInt64(), reader.ReadUInt32());
        return new VectorManifest(model, applied, next, files);
    }
}
