using System.Diagnostics;

namespace NewsBot.Search.Index.Storing;

/// <summary>Lets a merge write no faster than a disk bears that searches and ingests use at the same time. For writing only; not thread-safe.</summary>
/// <param name="inner">Not disposed of with this.</param>
/// <param name="cancellationToken">Ends the waiting, with <see cref="OperationCanceledException"/>.</param>
internal sealed class PacedStream(Stream inner, CancellationToken cancellationToken) : Stream
{
    /// <summary>A merge reads about as much as it writes: a tenth of what a cheap SSD does, and half of a hard disk.</summary>
    public const long BytesPerSecond = 48 << 20;

    // Waiting more often than every few milliseconds would be waiting for the scheduler.
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
