using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Transport;

/// <summary>Represents an interaction received over HTTP.</summary>
/// <param name="Interaction">What the person did.</param>
/// <param name="Write">Writes the first answer as JSON; called once.</param>
internal sealed record ReceivedInteraction(InteractionJson Interaction, Func<InteractionCallback, byte[]> Write);
