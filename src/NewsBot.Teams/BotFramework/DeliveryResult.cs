using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.BotFramework;

/// <summary>Represents the outcome of a request to the connector, with what is needed to continue.</summary>
internal sealed record DeliveryResult(DeliveryFate Fate, string? Id, string Reason, TimeSpan? RetryAfter = null, bool TokenRefused = false)
{
    /// <summary>Gets, for an unknown fate, the message that the response named nonetheless; for a new thread, its first message.</summary>
    public MessageAddress? Seen { get; init; }

    /// <summary>Gets, for a rejection, a value indicating whether the message or conversation does not exist.</summary>
    public bool IsNotThere { get; init; }

    /// <summary>Gets, for a rejection, a value indicating whether the message is too large.</summary>
    public bool IsTooLarge { get; init; }

    public static DeliveryResult Delivered(string? id) => new(DeliveryFate.Delivered, id, "delivered");
}
