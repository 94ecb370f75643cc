using System.Diagnostics;

namespace NewsBot.Search.Index.Storing;

/// <summary>
/// Slows the writing of a merge to a rate that leaves the disk free for searches and ingests. For writing only; not thread-safe.
/// </summary>
/// <param name="inner">The target, not disposed of with this stream.</param>
/// <param name="cancellationToken">Ends the wait, with <see cref="OperationCanceledException"/>.</param>
internal sealed class PacedStream(Stream inner, CancellationToken cancellationToken) : Stream
{
    /// <summary>
    /// Specifies the rate of writing in bytes per second. A merge reads about as much as it writes: a tenth of a cheap SSD's capacity,
    /// and half of a hard disk's.
    /// </summary>
    public const long BytesPerSecond = 48 << 20;

    // More frequent waits, of under a few milliseconds, would only be waits for the scheduler.
    private const long StepBytes = BytesPerSecond / 50;

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private long written;
    private long nextPause = StepBytes;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        inner.Write(buffer);
        written += buffer.Length;
        if (written < nextPause)
            return;
        nextPause = written + StepBytes;
        var ahead = TimeSpan.FromSeconds(written / (double)BytesPerSecond) - clock.Elapsed;
        if (ahead > TimeSpan.Zero)
            cancellationToken.WaitHandle.WaitOne(ahead);
        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
