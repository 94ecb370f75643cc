namespace NewsBot.Search.Index.Segments;

/// <summary>Writes token streams one after another into a section, then their lengths. Not thread-safe.</summary>
internal sealed class TokenWriter(SegmentOutput output)
{
    private readonly List<int> starts = [];
    private readonly byte[] buffer = new byte[1 << 16];
    private int length;
    private int flushed;

    /// <summary>Starts a text.</summary>
    public void BeginText() => starts.Add(flushed + length);

    /// <summary>Adds a term to the text.</summary>
    public void Add(int term, bool isAfterGap)
    {
        if (length + TokenCode.MaxBytes > buffer.Length)
            Flush();
        length += TokenCode.Write(buffer.AsSpan(length), ((uint)term << 1) | (isAfterGap ? 1u : 0u));
    }

    /// <summary>Ends the section and writes the next one with the lengths of the texts.</summary>
    public void Finish(SegmentSection lengthSection)
    {
        BeginText();
        Flush();
        output.Begin(lengthSection);
        for (var text = 0; text + 1 < starts.Count; text++)
        {
            if (length + VarInt.MaxBytes > buffer.Length)
                Flush();
            length += VarInt.Write(buffer.AsSpan(length), (uint)(starts[text + 1] - starts[text]));
        }

        Flush();
    }

    private void Flush()
    {
        output.Write(buffer.AsSpan(0, length));
        flushed += length;
        length = 0;
    }
}
