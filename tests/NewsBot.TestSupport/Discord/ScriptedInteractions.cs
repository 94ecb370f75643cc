using System.Collections.Concurrent;
using System.Text.Json;

namespace NewsBot.TestSupport.Discord;

/// <summary>Tracks which interactions were sent, and how far each was answered: Discord's rules of order. Thread-safe.</summary>
/// <param name="now">The time since the start of the stand-in.</param>
/// <param name="violate">Receives broken rules.</param>
internal sealed class ScriptedInteractions(Func<TimeSpan> now, Action<string> violate)
{
    private static readonly TimeSpan FirstAnswerWithin = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, TimeSpan> delivered = new();
    private readonly ConcurrentDictionary<string, int> acknowledged = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> calls = new();

    /// <summary>Announces an interaction.</summary>
    public void Expect(ScriptedInteraction interaction) => delivered[interaction.Id] = now();

    /// <summary>Announces an interaction over HTTP.</summary>
    public void ExpectCall(ScriptedInteraction interaction)
    {
        Expect(interaction);
        calls[interaction.Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Returns the time when an interaction was sent.</summary>
    public TimeSpan DeliveredAt(string interaction) => delivered[interaction];

    /// <summary>Records the first answer in the response to an interaction's call.</summary>
    public void AcknowledgeCall(ScriptedInteraction interaction, JsonElement callback)
    {
        if (!acknowledged.TryAdd(interaction.Id, callback.GetProperty("type").GetInt32()))
            violate($"{interaction.Id} acknowledged twice");
        calls[interaction.Id].TrySetResult();
    }

    /// <summary>Completes once the call that an edit follows has been answered; at once for an interaction of the gateway.</summary>
    public Task CallAnsweredAsync(string interaction) =>
        calls.TryGetValue(interaction, out var call)
            ? call.Task.InTimeAsync(what: "the end of the interaction's call")
            : Task.CompletedTask;

    /// <summary>Records the first answer to an interaction.</summary>
    /// <returns>Discord's code for its fault; 0: none.</returns>
    public int Acknowledge(string interaction, string token, int type, TimeSpan at)
    {
        var isKnown = delivered.TryGetValue(interaction, out var since) && token == $"token-{interaction}";
        if (!isKnown || at - since > FirstAnswerWithin)
            return 10062;
        return acknowledged.TryAdd(interaction, type) ? 0 : 40060;
    }

    /// <summary>Determines whether the answer to an interaction may be edited.</summary>
    public bool MayEdit(string interaction) => acknowledged.TryGetValue(interaction, out var type) && type is not (8 or 9);
}
