namespace NewsBot.Discord.Gateway;

/// <summary>Assembles messages from the frames of one connection. Not thread-safe.</summary>
internal sealed class FrameReader : IDisposable
{
    private readonly ZlibStreamReader inflate = new();
    private bool? isCompressed;

    /// <summary>Adds a frame.</summary>
    /// <returns>JSON; null while the message continues in the next frame.</returns>
    public byte[]? Read(GatewayFrame frame)
    {
        // Some servers send binary frames and do not compress: JSON begins with a brace, which a zlib stream never does.
        if (frame.IsBinary)
            isCompressed ??= frame.Data is not [(byte)'{', ..];
        return frame.IsBinary && isCompressed == true ? inflate.Read(frame.Data) : frame.Data;
    }

    /// <inheritdoc />
    public void Dispose() => inflate.Dispose();
}
