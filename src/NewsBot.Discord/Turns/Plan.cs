using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>How an interaction is answered.</summary>
/// <param name="First">Sent at once.</param>
/// <param name="Work">What takes time; null: the first answer is all.</param>
/// <param name="IsPrivate">Whether only the person who asked may see the reply.</param>
internal sealed record Plan(InteractionCallback First, Func<CancellationToken, Task<Reply>>? Work = null, bool IsPrivate = false);
