using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Transport;

/// <summary>Represents the reason why a request failed.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="Status">HTTP status; 0 when there was no response.</param>
/// <param name="Code">Discord's own code; 0 when there was none.</param>
/// <param name="Message">For the log; contains no token.</param>
internal sealed record DeliveryFailure(DeliveryFailureKind Kind, int Status, int Code, string Message)
{
    /// <summary>Specifies "Unknown interaction": its token is void, mostly because 3 seconds have passed.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>Specifies "Unknown webhook": the 15 minutes of an interaction are over.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>Specifies "Interaction has already been acknowledged".</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>Specifies "Invalid webhook token": the 15 minutes of an interaction are over.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>Gets a value indicating whether the message may have arrived nonetheless, and whether it may be sent again.</summary>
    public DeliveryFate Fate =>
        Kind switch
        {
            DeliveryFailureKind.Refused => DeliveryFate.Refused,
            DeliveryFailureKind.Unreachable => DeliveryFate.Unknown,
            _ => DeliveryFate.NotDelivered,
        };

    /// <summary>Gets a value indicating whether the interaction's token is void, so that the answer has to take another way.</summary>
    public bool IsLostToken => Code is UnknownInteraction or UnknownWebhook or InvalidWebhookToken || Status is 401 or 404;
}
