using System.Diagnostics.Metrics;

namespace NewsBot.Teams.Diagnostics;

/// <summary>Provides counters under the name <c>NewsBot.Teams</c>. Thread-safe.</summary>
internal sealed class TeamsMeter : IDisposable
{
    private readonly Meter _meter = new("NewsBot.Teams");

    public TeamsMeter()
    {
        Accepted = _meter.CreateCounter<long>("newsbot.teams.accepted", "{message}", "Messages accepted.");
        Duplicates = _meter.CreateCounter<long>("newsbot.teams.duplicates", "{message}", "Messages received again.");
        Refused = _meter.CreateCounter<long>("newsbot.teams.refused", "{request}", "Requests that failed the trust checks.");
        QueueFull = _meter.CreateCounter<long>("newsbot.teams.queue_full", "{message}", "Messages deferred because the queue was full.");
        Delivered = _meter.CreateCounter<long>("newsbot.teams.delivered", "{post}", "Posts that arrived.");
        Retried = _meter.CreateCounter<long>("newsbot.teams.retried", "{post}", "Failed attempts that are repeated.");
        Uncertain = _meter.CreateCounter<long>(
            "newsbot.teams.uncertain",
            "{post}",
            "Attempts after which it is not known whether the post arrived."
        );
        Dead = _meter.CreateCounter<long>("newsbot.teams.dead", "{post}", "Posts given up.");
    }

    public Counter<long> Accepted { get; }
    public Counter<long> Duplicates { get; }
    public Counter<long> Refused { get; }
    public Counter<long> QueueFull { get; }
    public Counter<long> Delivered { get; }
    public Counter<long> Retried { get; }
    public Counter<long> Uncertain { get; }
    public Counter<long> Dead { get; }

    public void Dispose() => _meter.Dispose();
}
