using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.BotFramework;

/// <summary>How a request to the connector ended, with what is needed to go on.</summary>
internal sealed record DeliveryResult(DeliveryFate Fate, string? Id, string Reason, TimeSpan? RetryAfter = null, bool TokenRefused = false)
{
    /// <summary>Of an unknown fate: the message that the answer named all the same. Of a new thread: its first message.</summary>
    public MessageAddress? Seen { get; init; }

    /// <summary>Of a refusal: the message or conversation is not there.</summary>
    public bool IsNotThere { get; init; }

    /// <summary>Of a refusal: the message is too large.</summary>
    public bool IsTooLarge { get; init; }

    public static DeliveryResult Delivered(string? id) => new(DeliveryFate.Delivered, id, "delivered");
}
