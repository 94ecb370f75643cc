using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace NewsBot.Search.Index.Segments;

/// <summary>
/// Represents a file's bytes, mapped into memory for reading. Unmapped by the finalizer of the view's handle when no reader is left.
/// </summary>
/// <remarks>
/// Not unmapped on demand, because a search may still be reading: accessing an unmapped page ends the process. Searches keep their
/// snapshot, and thereby this object, alive.
/// </remarks>
internal sealed unsafe class MappedFile : MemoryManager<byte>
{
    private readonly MemoryMappedViewAccessor view;
    private readonly byte* start;
    private readonly int length;

    private MappedFile(MemoryMappedFile file, long offset, int length)
    {
        view = file.CreateViewAccessor(offset, length, MemoryMappedFileAccess.Read);
        byte* pointer = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref pointer);
        start = pointer + view.PointerOffset;
        this.length = length;
    }

#pragma warning disable CA2015 // Spans outlive this only while a snapshot keeps it alive, see above.
    // The acquired pointer counts as a user of the handle, which would keep the handle's own finalizer from unmapping.
    ~MappedFile() => Release();
#pragma warning restore CA2015

    /// <summary>Maps parts of a file, each shorter than 2 GB.</summary>
    public static ReadOnlyMemory<byte>[] Map(string path, long fileLength, IReadOnlyList<(long Offset, int Length)> parts)
    {
        using var file = MemoryMappedFile.CreateFromFile(
            new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete),
            null,
            fileLength,
            MemoryMappedFileAccess.Read,
            HandleInheritability.None,
            leaveOpen: false
        );
        if (fileLength <= int.MaxValue)
        {
            var whole = new MappedFile(file, 0, (int)fileLength).Memory;
            return [.. parts.Select(part => (ReadOnlyMemory<byte>)whole.Slice((int)part.Offset, part.Length))];
        }

        return
        [
            .. parts.Select(part =>
                part.Length == 0 ? default : (ReadOnlyMemory<byte>)new MappedFile(file, part.Offset, part.Length).Memory
            ),
        ];
    }

    /// <inheritdoc/>
    public override Span<byte> GetSpan() => new(start, length);

    /// <inheritdoc/>
    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    /// <inheritdoc/>
    public override void Unpin() { }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Release();

    private void Release()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
