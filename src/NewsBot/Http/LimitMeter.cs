using System.Diagnostics.Metrics;

namespace NewsBot.Http;

/// <summary>Counts the requests that a limit refused. Thread-safe.</summary>
internal sealed class LimitMeter
{
    private readonly Counter<long> refused;

    /// <summary>Creates the counter.</summary>
    /// <param name="meters">Owns the meter.</param>
    public LimitMeter(IMeterFactory meters) =>
        refused = meters
            .Create("NewsBot.Http")
            .CreateCounter<long>(
                "newsbot.limits.refused",
                "{request}",
                "Requests refused because a caller or all callers together sent too many"
            );

    /// <summary>Counts a request.</summary>
    /// <param name="limit">The setting under <c>Access:Limits</c> that refused it.</param>
    public void Add(string limit) => refused.Add(1, new KeyValuePair<string, object?>("newsbot.limit", limit));
}
