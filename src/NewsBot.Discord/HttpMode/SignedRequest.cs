using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Discord.HttpMode;

/// <summary>Checks that a call comes from Discord.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/overview#setting-up-an-endpoint-validating-security-request-headers</remarks>
internal sealed class SignedRequest(ApplicationKey key, TimeProvider time)
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(5);

    /// <summary>Determines whether the signature is right for the body, and recent: an old call could be a recorded one.</summary>
    public bool IsValid(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var timestamp = headers["X-Signature-Timestamp"].ToString();
        var hex = headers["X-Signature-Ed25519"].ToString();
        if (hex.Length != 128 || !hex.All(char.IsAsciiHexDigit) || !IsFresh(timestamp))
            return false;
        var message = new byte[timestamp.Length + body.Length];
        Encoding.ASCII.GetBytes(timestamp, message);
        body.CopyTo(message.AsSpan(timestamp.Length));
        return key.Verify(message, Convert.FromHexString(hex));
    }

    private bool IsFresh(string timestamp) =>
        timestamp.Length <= 12
        && long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && (time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(Math.Min(seconds, 253402300799))).Duration() <= MaxAge;
}
