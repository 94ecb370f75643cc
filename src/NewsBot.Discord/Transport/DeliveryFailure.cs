using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Transport;

/// <summary>Why a request came to nothing.</summary>
/// <param name="Kind">What to do about it.</param>
/// <param name="Status">HTTP status; 0 when there was no answer.</param>
/// <param name="Code">Discord's own code; 0 when there was none.</param>
/// <param name="Message">For the log; holds no token.</param>
internal sealed record DeliveryFailure(DeliveryFailureKind Kind, int Status, int Code, string Message)
{
    /// <summary>"Unknown interaction": its token is void, mostly because 3 seconds went by.</summary>
    public const int UnknownInteraction = 10062;

    /// <summary>"Unknown webhook": the 15 minutes of an interaction are over.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>"Interaction has already been acknowledged".</summary>
    public const int AlreadyAcknowledged = 40060;

    /// <summary>"Invalid webhook token": the 15 minutes of an interaction are over.</summary>
    public const int InvalidWebhookToken = 50027;

    /// <summary>Whether the message may have arrived all the same, and whether it may be sent again.</summary>
    public DeliveryFate Fate =>
        Kind switch
        {
            DeliveryFailureKind.Refused => DeliveryFate.Refused,
            DeliveryFailureKind.Unreachable => DeliveryFate.Unknown,
            _ => DeliveryFate.NotDelivered,
        };

    /// <summary>Whether the interaction's token is no longer worth anything, so that the answer has to go another way.</summary>
    public bool IsLostToken => Code is UnknownInteraction or UnknownWebhook or InvalidWebhookToken || Status is 401 or 404;
}
