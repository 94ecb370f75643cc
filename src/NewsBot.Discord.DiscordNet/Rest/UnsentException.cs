using NewsBot.Discord.Transport;

namespace NewsBot.Discord.DiscordNet.Rest;

/// <summary>Carries the reason why a request failed through the library.</summary>
internal sealed class UnsentException(DeliveryFailure failure) : Exception(failure.Message)
{
    /// <summary>Gets the reason.</summary>
    public DeliveryFailure Failure => failure;
}
