using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>
/// What belongs to one call of the library: what it cannot say goes in, and what it does not hand on comes out. It travels with the call
/// through the library's queue of requests.
/// </summary>
internal sealed class Exchange
{
    private static readonly AsyncLocal<Exchange?> Local = new();

    /// <summary>The one that the running call belongs to; null: none.</summary>
    public static Exchange? Current => Local.Value;

    /// <summary>The same one again posts nothing; null: it does not matter.</summary>
    public string? Nonce { get; init; }

    /// <summary>The body that Discord answered with when it took the request; null: it did not.</summary>
    public byte[]? Answer { get; set; }

    /// <summary>Why the last try came to nothing.</summary>
    public DeliveryFailure? Failure { get; set; }

    /// <summary>Makes it the one that everything after it in this flow belongs to.</summary>
    public void Begin() => Local.Value = this;
}
