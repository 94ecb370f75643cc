using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>Represents how an interaction is answered.</summary>
/// <param name="First">Sent at once.</param>
/// <param name="Work">The work that takes time; null: none.</param>
/// <param name="IsPrivate">Whether only the person who asked may see the reply.</param>
internal sealed record Plan(InteractionCallback First, Func<CancellationToken, Task<Reply>>? Work = null, bool IsPrivate = false)
{
    /// <summary>Gets work that shows nothing; null: none.</summary>
    public Func<CancellationToken, Task>? Aside { get; init; }
}
