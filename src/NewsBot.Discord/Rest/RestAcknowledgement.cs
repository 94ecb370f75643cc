using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rest;

/// <summary>Interactions of the gateway are answered by a request.</summary>
internal sealed class RestAcknowledgement(DiscordApi api, InteractionJson interaction) : IAcknowledgement
{
    /// <inheritdoc />
    public Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken) =>
        api.AcknowledgeAsync(interaction.Id, interaction.Token, callback, cancellationToken);
}
