using NewsBot.Discord.Wire;

namespace NewsBot.Discord.State;

/// <summary>Represents an interaction that was acknowledged and not answered.</summary>
/// <param name="Interaction">What the person did.</param>
/// <param name="Age">The time since it was received.</param>
/// <param name="IsGivenUp">Whether it was begun so often that it is not tried again.</param>
internal sealed record LeftInteraction(InteractionJson Interaction, TimeSpan Age, bool IsGivenUp);
