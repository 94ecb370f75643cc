namespace NewsBot.Archive.Parsing;

/// <summary>Reads a stream line by line in bounded memory.</summary>
internal sealed class LineReader(Stream stream, int maxLineBytes)
{
    private const int MinBuffer = 64 * 1024;

    // Enough of an overlong line to see a byte order mark.
    private const int LineHead = 16;

    private byte[] buffer = new byte[MinBuffer];
    private int used;
    private int next;
    private long bufferStart;
    private bool isAtEnd;

    /// <summary>Gets the line without its end, valid until the next read. For an overlong line: its beginning.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Gets the number of the line, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>Gets the offset of the line in the stream, in bytes.</summary>
    public long Start { get; private set; }

    /// <summary>Gets the offset after the line, in bytes.</summary>
    public long Position => bufferStart + next;

    /// <summary>Gets a value indicating whether the line has more bytes than allowed.</summary>
    public bool IsTooLong { get; private set; }

    /// <summary>Reads the next line; returns false at the end of the stream.</summary>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var start = next;
        var searched = start;
        IsTooLong = false;
        while (true)
        {
            var end = buffer.AsSpan(searched, used - searched).IndexOf((byte)'\n');
            if (end >= 0)
            {
                Take(start, searched + end, searched + end + 1);
                return true;
            }

            if (isAtEnd)
            {
                if (start == used)
                    return false;
                Take(start, used, used);
                return true;
            }

            if (used - start > maxLineBytes)
            {
                await SkipLineAsync(start, cancellationToken).ConfigureAwait(false);
                return true;
            }

            MakeRoom(ref start);
            searched = used;
            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private void Take(int start, int end, int after)
    {
        Number++;
        Start = bufferStart + start;
        next = after;
        if (end - start > maxLineBytes)
        {
            IsTooLong = true;
            end = start + maxLineBytes;
        }

        // Some programs write a byte order mark.
        if (Number == 1 && end - start >= 3 && buffer.AsSpan(start, 3).SequenceEqual("\uFEFF"u8))
            start += 3;
        if (end > start && buffer[end - 1] == '\r')
            end--;
        Line = buffer.AsMemory(start, end - start);
    }

    private async ValueTask SkipLineAsync(int start, CancellationToken cancellationToken)
    {
        Number++;
        Start = bufferStart + start;
        IsTooLong = true;
        Line = buffer.AsSpan(start, LineHead).ToArray();
        while (true)
        {
            bufferStart += used;
            used = next = 0;
            await FillAsync(cancellationToken).ConfigureAwait(false);
            var end = buffer.AsSpan(0, used).IndexOf((byte)'\n');
            if (end < 0 && !isAtEnd)
                continue;
            next = end < 0 ? used : end + 1;
            break;
        }

        if (buffer.Length > MinBuffer && used - next < MinBuffer)
            Shrink();
    }

    private void MakeRoom(ref int start)
    {
        if (start > 0)
        {
            buffer.AsSpan(start, used - start).CopyTo(buffer);
            bufferStart += start;
            used -= start;
            next = start = 0;
        }

        if (used == buffer.Length)
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxLineBytes + MinBuffer));
    }

    private void Shrink()
    {
        var rest = buffer.AsSpan(next, used - next).ToArray();
        buffer = new byte[MinBuffer];
        rest.CopyTo(buffer, 0);
        bufferStart += next;
        used = rest.Length;
        next = 0;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var count = await stream.ReadAsync(buffer.AsMemory(used), cancellationToken).ConfigureAwait(false);
        used += count;
        isAtEnd = count == 0;
    }
}
