using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rest;

/// <summary>Acknowledges an interaction of the gateway with a request.</summary>
internal sealed class RestAcknowledgement(DiscordApi api, InteractionJson interaction) : IAcknowledgement
{
    /// <inheritdoc />
    public Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken) =>
        api.AcknowledgeAsync(interaction.Id, interaction.Token, callback, cancellationToken);
}
