using NewsBot.Teams.Storage;

namespace NewsBot.Teams.BotFramework;

/// <summary>How a request to the connector ended.</summary>
internal enum DeliveryFate
{
    /// <summary>It arrived.</summary>
    Delivered,

    /// <summary>It did not arrive, and may when sent again.</summary>
    NotTaken,

    /// <summary>Nobody knows whether it arrived: the connection broke, or a gateway between spoke for the other side.</summary>
    Unknown,

    /// <summary>It was refused, and would be again.</summary>
    Refused,
}

/// <summary>How a request to the connector ended, with what is needed to go on.</summary>
internal sealed record DeliveryResult(DeliveryFate Fate, string? Id, string Reason, TimeSpan? RetryAfter = null, bool TokenRefused = false)
{
    /// <summary>Of an unknown fate: the message that the answer named all the same.</summary>
    public MessageAddress? Seen { get; init; }

    /// <summary>Of a refusal: the message or conversation is not there.</summary>
    public bool IsNotThere { get; init; }

    /// <summary>Of a refusal: the message is too large.</summary>
    public bool IsTooLarge { get; init; }

    public static DeliveryResult Delivered(string? id) => new(DeliveryFate.Delivered, id, "delivered");
}
