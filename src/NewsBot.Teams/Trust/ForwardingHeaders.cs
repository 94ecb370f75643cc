using Microsoft.AspNetCore.Http;

namespace NewsBot.Teams.Trust;

/// <summary>Tells requests that a proxy passed on from those that a program on this machine made.</summary>
public static class ForwardingHeaders
{
    /// <summary>
    /// RFC 7239, RFC 9110 (Via), what proxies wrote before these, and where ASP.NET Core keeps what it has read from a trusted proxy.
    /// </summary>
    private static readonly string[] Names =
    [
        "Forwarded",
        "Via",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Port",
        "X-Forwarded-Prefix",
        "X-Forwarded-Proto",
        "X-Forwarded-Server",
        "X-Original-For",
        "X-Original-Host",
        "X-Original-Proto",
        "X-Real-IP",
    ];

    /// <summary>Determines whether a request has a header that proxies add.</summary>
    public static bool AreIn(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Array.Exists(Names, request.Headers.ContainsKey);
    }
}
