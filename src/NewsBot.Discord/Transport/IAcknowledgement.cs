using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Represents the channel for the first answer to one interaction.</summary>
internal interface IAcknowledgement
{
    /// <summary>Sends the first answer; due within 3 seconds, once.</summary>
    Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken);
}
