using System.Runtime.InteropServices;

namespace NewsBot.Search.Index.Segments;

/// <summary>Writes token streams one after the other into a section, and where each starts. Not thread-safe.</summary>
internal sealed class TokenWriter(SegmentOutput output)
{
    private readonly List<int> offsets = [];
    private readonly byte[] buffer = new byte[1 << 16];
    private int length;
    private int flushed;

    /// <summary>Starts a text.</summary>
    public void BeginText() => offsets.Add(flushed + length);

    /// <summary>Adds a term to the text.</summary>
    public void Add(int term, bool isAfterGap)
    {
        if (length + VarInt.MaxBytes > buffer.Length)
            Flush();
        length += VarInt.Write(buffer.AsSpan(length), ((uint)term << 1) | (isAfterGap ? 1u : 0u));
    }

    /// <summary>Ends the section and writes the next one with the offsets.</summary>
    public void Finish(SegmentSection offsetSection)
    {
        BeginText();
        Flush();
        output.Begin(offsetSection);
        output.WriteColumn<int>(CollectionsMarshal.AsSpan(offsets));
    }

    private void Flush()
    {
        output.Write(buffer.AsSpan(0, length));
        flushed += length;
        length = 0;
    }
}
