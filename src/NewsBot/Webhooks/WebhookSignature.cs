using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Webhooks;

/// <summary>Signs posts as the specification Standard Webhooks 1.0 says. Stateless and thread-safe.</summary>
internal static class WebhookSignature
{
    /// <summary>Adds the headers that identify a post, date this attempt and sign both with the body.</summary>
    /// <param name="headers">The headers of the request.</param>
    /// <param name="id">The id of the post, the same for every attempt; ASCII without a full stop.</param>
    /// <param name="at">The time of this attempt (UTC).</param>
    /// <param name="body">The body, byte for byte as it is sent.</param>
    /// <param name="key">The key that the receiver has, too.</param>
    public static void Add(HttpRequestHeaders headers, string id, DateTimeOffset at, byte[] body, ReadOnlySpan<byte> key)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        headers.Add("webhook-id", id);
        headers.Add("webhook-timestamp", timestamp);
        headers.Add("webhook-signature", Of(id, timestamp, body, key));
    }

    /// <summary>Returns the signature of a post.</summary>
    public static string Of(string id, string timestamp, byte[] body, ReadOnlySpan<byte> key) =>
        "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body]));
}
