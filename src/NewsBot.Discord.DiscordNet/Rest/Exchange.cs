using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>
/// Represents data that accompanies one call of the library: input that its interface lacks, and output that it does not return. It travels
/// with the call through the library's queue of requests.
/// </summary>
internal sealed class Exchange
{
    private static readonly AsyncLocal<Exchange?> Local = new();

    /// <summary>Gets the exchange of the running call; null: none.</summary>
    public static Exchange? Current => Local.Value;

    /// <summary>Gets the nonce: a repeated one posts nothing; null: it does not matter.</summary>
    public string? Nonce { get; init; }

    /// <summary>Gets or sets the body with which Discord accepted the request; null: it did not.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>Gets or sets the reason why the last attempt failed.</summary>
    public DeliveryFailure? Failure { get; set; }

    /// <summary>Makes this the exchange of everything later in this flow.</summary>
    public void Begin() => Local.Value = this;
}
