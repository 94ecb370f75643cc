using System.Net.Sockets;

namespace NewsBot.Connections;

/// <summary>Words what is wrong with a server that NewsBot calls, and reads when to call it again. Stateless and thread-safe.</summary>
internal static class HttpFaults
{
    /// <summary>Returns how long the server asks to wait; null: it does not say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, TimeProvider time) =>
        response.Headers.RetryAfter is { } asked ? asked.Delta ?? asked.Date - time.GetUtcNow() : null;

    /// <summary>Returns what went wrong, as words that follow the name of what was called.</summary>
    public static string Reason(HttpRequestException failure) =>
        failure.HttpRequestError switch
        {
            _ when failure.InnerException is RefusedAddressException refused => refused.Message,
            HttpRequestError.NameResolutionError => "has a host that cannot be found",
            HttpRequestError.SecureConnectionError => "has a certificate that is not trusted",
            HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse => "broke off its answer",
            _ when failure.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } =>
                "has a host that cannot be found",
            _ => "cannot be reached",
        };
}
