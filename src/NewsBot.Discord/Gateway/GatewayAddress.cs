namespace NewsBot.Discord.Gateway;

/// <summary>Represents the address of the gateway, to which the bot's token is sent.</summary>
internal static class GatewayAddress
{
    /// <summary>
    /// Determines whether the token may go to an address: unencrypted only where the operator named a server other than Discord's.
    /// </summary>
    /// <param name="url">The address as a server gave it.</param>
    /// <param name="isRedirected">Whether the API is on a server other than Discord's.</param>
    public static bool IsSafe(string? url, bool isRedirected) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeWss || (isRedirected && address.Scheme == Uri.UriSchemeWs));

    /// <summary>
    /// Returns the address for resuming a session: the one in READY, unless the token would be less safe there. A stand-in that copies
    /// Discord's own address must not send us, and the token, to Discord.
    /// </summary>
    /// <param name="url">The address in READY.</param>
    /// <param name="main">The address where the session started.</param>
    /// <param name="isRedirected">Whether the API is on a server other than Discord's.</param>
    public static Uri OfSession(string? url, Uri main, bool isRedirected) =>
        IsSafe(url, isRedirected) && new Uri(url!) is var address && (!isRedirected || IsNear(address, main)) ? address : main;

    /// <summary>Returns the address with version, encoding and compression; the rest of its query stays.</summary>
    public static Uri WithQuery(Uri address, bool compress)
    {
        var wanted = compress ? (string[])["v=10", "encoding=json", "compress=zlib-stream"] : ["v=10", "encoding=json"];
        var given = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var other = given.Where(part => Name(part) is not ("v" or "encoding" or "compress"));
        return new UriBuilder(address) { Query = string.Join('&', [.. other, .. wanted]) }.Uri;
    }

    private static bool IsNear(Uri address, Uri main) => address.Host == main.Host || (address.IsLoopback && main.IsLoopback);

    private static string Name(string part) => part.Split('=')[0];
}
