using System.Net;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Teams.Trust;

/// <summary>Determines whether a request was made on this machine: the only kind served without an app id.</summary>
public static class LoopbackPeer
{
    /// <summary>
    /// Determines whether the peer is on loopback, without a proxy in front and not a web page of another site: a proxy on this machine
    /// would pass on requests from outside, and a browser those of any page that it shows.
    /// </summary>
    public static bool Made(HttpRequest request)
    {
        if (!IsDirect(request))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var url) && ServiceHosts.IsLoopback(url));
    }

    /// <summary>
    /// Determines whether the peer is on loopback, without a proxy in front, and names this machine as the host. A web page of another site
    /// may have caused the request, but cannot read the response.
    /// </summary>
    public static bool IsDirect(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.HttpContext.Connection.RemoteIpAddress is { } peer
            && IPAddress.IsLoopback(peer.IsIPv4MappedToIPv6 ? peer.MapToIPv4() : peer)
            && !ForwardingHeaders.AreIn(request)
            && IsLocal(request.Host.Host);
    }

    private static bool IsLocal(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
