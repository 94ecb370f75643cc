using System.Collections.Concurrent;
using Discord;
using NewsBot.Discord.Timing;

namespace NewsBot.Discord.DiscordNet.Interactions;

/// <summary>
/// Keeps interactions whose answer is still to be edited, by token: the library edits only from the interaction itself. Thread-safe.
/// </summary>
internal sealed class OpenInteractions(MonotonicClock clock)
{
    /// <summary>Specifies how long Discord keeps an interaction's token.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int SweepAt = 1000;
    private readonly ConcurrentDictionary<string, (IDiscordInteraction Interaction, TimeSpan Since)> interactions = new();
    private int sweepAt = SweepAt;

    /// <summary>Adds a deferred interaction.</summary>
    public void Add(IDiscordInteraction interaction)
    {
        interactions[interaction.Token] = (interaction, clock.Now);
        if (interactions.Count < sweepAt)
            return;
        foreach (var (token, (_, since)) in interactions)
        {
            if (clock.Now - since > Life)
                interactions.TryRemove(token, out _);
        }

        sweepAt = Math.Max(SweepAt, interactions.Count * 2);
    }

    /// <summary>Returns an interaction; null: it was not deferred, or it is over.</summary>
    public IDiscordInteraction? Find(string token) => interactions.TryGetValue(token, out var known) ? known.Interaction : null;
}
