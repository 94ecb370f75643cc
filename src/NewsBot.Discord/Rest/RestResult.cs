using NewsBot.Discord.Transport;

namespace NewsBot.Discord.Rest;

/// <summary>What became of a request.</summary>
/// <param name="Body">The answer's body; empty when there is none.</param>
/// <param name="Failure">Null: it worked.</param>
internal readonly record struct RestResult(byte[] Body, DeliveryFailure? Failure);
