namespace NewsBot.Discord.Gateway;

/// <summary>Where the gateway is. The bot's token is sent there.</summary>
internal static class GatewayAddress
{
    /// <summary>
    /// Whether the token may go to an address: in the clear only where the operator named another server than Discord's own.
    /// </summary>
    /// <param name="url">As a server named it.</param>
    /// <param name="isRedirected">Whether the API is another server than Discord's own.</param>
    public static bool IsSafe(string? url, bool isRedirected) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeWss || (isRedirected && address.Scheme == Uri.UriSchemeWs));

    /// <summary>
    /// Where a session is taken up again: the address that READY names, unless the token would be less safe there. A stand-in that copies
    /// Discord's own address must not send us, and the token, to Discord.
    /// </summary>
    /// <param name="url">As READY named it.</param>
    /// <param name="main">Where the session began.</param>
    /// <param name="isRedirected">Whether the API is another server than Discord's own.</param>
    public static Uri OfSession(string? url, Uri main, bool isRedirected) =>
        IsSafe(url, isRedirected) && new Uri(url!) is var address && (!isRedirected || IsNear(address, main)) ? address : main;

    /// <summary>The address with version, encoding and compression; what else its query says stays.</summary>
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
