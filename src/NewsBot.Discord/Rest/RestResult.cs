using NewsBot.Discord.Transport;

namespace NewsBot.Discord.Rest;

/// <summary>Represents the outcome of a request.</summary>
/// <param name="Body">The body of the response; empty when there is none.</param>
/// <param name="Failure">The failure; null: it succeeded.</param>
internal readonly record struct RestResult(byte[] Body, DeliveryFailure? Failure);
