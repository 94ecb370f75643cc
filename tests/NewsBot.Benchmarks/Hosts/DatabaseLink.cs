using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NewsBot.Benchmarks.Hosts;

/// <summary>A port of this machine that leads to the socket of a PostgreSQL server, and can be cut. Thread-safe.</summary>
internal sealed class DatabaseLink : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly UnixDomainSocketEndPoint server;
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private volatile bool isCut;

    /// <param name="socket">The path of the server's socket.</param>
    public DatabaseLink(string socket)
    {
        server = new UnixDomainSocketEndPoint(socket);
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Gets the port.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Ends all connections, and lets no new one through until <see cref="Restore" />.</summary>
    public void Cut()
    {
        isCut = true;
        foreach (var socket in open.Keys)
            socket.Close(0);
    }

    /// <summary>Lets connections through again.</summary>
    public void Restore() => isCut = false;

    /// <summary>Ends it.</summary>
    public void Dispose()
    {
        listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await listener.AcceptSocketAsync();
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }

            _ = CarryAsync(client);
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var onward = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        using (client)
        {
            open[client] = open[onward] = true;
            try
            {
                if (isCut)
                    return;
                await onward.ConnectAsync(server);
                await Task.WhenAny(PumpAsync(client, onward), PumpAsync(onward, client));
            }
            catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
            {
                // Whoever is at the other end notices.
            }
            finally
            {
                open.TryRemove(client, out _);
                open.TryRemove(onward, out _);
            }
        }
    }

    private static async Task PumpAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer)) > 0)
            {
                for (var sent = 0; sent < count; )
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent));
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            // As above.
        }
    }
}
