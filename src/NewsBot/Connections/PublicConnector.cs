using System.Net;
using System.Net.Sockets;
using NewsBot.Settings;

namespace NewsBot.Connections;

/// <summary>Opens connections to public addresses, and to hosts named by the newsroom. Thread-safe.</summary>
/// <remarks>
/// A name is resolved once, and the connection goes to the address found: pointing the name elsewhere a moment later gains nothing.
/// </remarks>
/// <param name="privateHosts">Hosts that may have any address.</param>
/// <param name="resolve">Finds the addresses of a host.</param>
internal sealed class PublicConnector(IReadOnlyList<string> privateHosts, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>Determines whether the newsroom named a host.</summary>
    public bool IsNamed(string host) => OutsideAddress.IsNamed(host, privateHosts);

    /// <summary>
    /// Returns a handler whose connections all go through this: without redirects, cookies and proxies, through which the address behind a
    /// name could not be checked.
    /// </summary>
    public SocketsHttpHandler NewHandler() =>
        new()
        {
            ConnectCallback = ConnectAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseProxy = false,
            UseCookies = false,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        };

    /// <summary>Connects, as <see cref="SocketsHttpHandler.ConnectCallback"/> does.</summary>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = IPAddress.TryParse(host.Trim('[', ']'), out var written) ? [written] : await resolve(host, cancellationToken);
        if (!IsNamed(host))
            addresses = [.. addresses.Where(PublicAddress.Is)];
        if (addresses.Length == 0)
            throw new RefusedAddressException(host);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
