using System.IO.Compression;

namespace NewsBot.Discord.Gateway;

/// <summary>Inflates the messages of one connection: they share one zlib stream. Not thread-safe.</summary>
/// <remarks>https://discord.com/developers/docs/events/gateway#transport-compression</remarks>
internal sealed class ZlibStreamReader : IDisposable
{
    private const int MaxMessageBytes = 64 * 1024 * 1024;

    /// <summary>Specifies the four bytes 00 00 FF FF, with which zlib ends a flush.</summary>
    private const uint FlushMark = 0x0000FFFF;
    private readonly Feed feed = new();
    private readonly ZLibStream zlib;
    private readonly byte[] buffer = new byte[16 * 1024];
    private uint lastBytes = uint.MaxValue;

    public ZlibStreamReader() => zlib = new ZLibStream(feed, CompressionMode.Decompress);

    /// <summary>Adds a frame.</summary>
    /// <returns>The whole message; null while it continues in the next frame.</returns>
    /// <exception cref="InvalidDataException">It is not zlib, or it unpacks to more than any message from Discord contains.</exception>
    public byte[]? Read(byte[] frame)
    {
        feed.Add(frame);
        foreach (var last in frame.AsSpan(Math.Max(0, frame.Length - 4)))
            lastBytes = (lastBytes << 8) | last;
        if (lastBytes != FlushMark)
            return null;
        using var message = new MemoryStream();
        int count;
        while ((count = zlib.Read(buffer)) > 0)
        {
            message.Write(buffer, 0, count);
            if (message.Length > MaxMessageBytes)
                throw new InvalidDataException("A message is too large when unpacked.");
        }

        return message.ToArray();
    }

    /// <inheritdoc />
    public void Dispose()
    {
        zlib.Dispose();
        feed.Dispose();
    }

    /// <summary>Provides the bytes that were added, and zero bytes when they are used up; more can follow.</summary>
    private sealed class Feed : Stream
    {
        private readonly Queue<byte[]> frames = new();
        private int used;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public void Add(byte[] frame)
        {
            if (frame.Length > 0)
                frames.Enqueue(frame);
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!frames.TryPeek(out var frame))
                return 0;
            var taken = Math.Min(count, frame.Length - used);
            frame.AsSpan(used, taken).CopyTo(buffer.AsSpan(offset));
            used += taken;
            if (used == frame.Length)
            {
                frames.Dequeue();
                used = 0;
            }

            return taken;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
