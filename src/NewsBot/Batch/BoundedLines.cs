using System.Runtime.CompilerServices;

namespace NewsBot.Batch;

/// <summary>Splits a stream into lines as they arrive, in bounded memory whatever the stream contains.</summary>
internal static class BoundedLines
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>
    /// Enumerates the lines in order, without the carriage return before a line's end and without a leading byte order mark.
    /// </summary>
    /// <param name="stream">Read to its end.</param>
    /// <param name="maxBytes">The longest line that is passed on.</param>
    /// <param name="cancellationToken">Ends the wait even where the stream itself cannot be interrupted, as a console cannot.</param>
    public static async IAsyncEnumerable<BoundedLine> ReadAsync(
        Stream stream,
        int maxBytes,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var buffer = new byte[maxBytes + 2];
        int start = 0,
            end = 0;
        bool isFirst = true,
            isTooLong = false;
        while (true)
        {
            var newline = buffer.AsSpan(start..end).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                yield return Cut(start, start + newline);
                start += newline + 1;
                isTooLong = false;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start..end).CopyTo(buffer);
                (start, end) = (0, end - start);
            }
            else if (end == buffer.Length)
            {
                (isTooLong, end) = (true, 0);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken).AsTask().WaitAsync(cancellationToken);
            if (read == 0)
                break;
            end += read;
        }

        if (end > start || isTooLong)
            yield return Cut(start, end);

        BoundedLine Cut(int from, int to)
        {
            if (isFirst && buffer.AsSpan(from..to).StartsWith(ByteOrderMark))
                from += ByteOrderMark.Length;
            isFirst = false;
            if (to > from && buffer[to - 1] == (byte)'\r')
                to--;
            return isTooLong || to - from > maxBytes
                ? new BoundedLine(default, IsTooLong: true)
                : new BoundedLine(buffer.AsMemory(from..to), IsTooLong: false);
        }
    }
}
