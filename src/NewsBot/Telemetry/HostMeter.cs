using System.Diagnostics.Metrics;
using NewsBot.Archive;
using NewsBot.Newsroom.State;

namespace NewsBot.Telemetry;

/// <summary>
/// Measures the index, the queues and the disk. A scrape reads memory only: <see cref="QueueSampler"/> looks at the databases. Thread-safe.
/// </summary>
internal sealed class HostMeter
{
    private readonly ArticleArchive archive;
    private readonly TimeProvider time;
    private volatile Sample sample = new([], null, null);

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Owns the meter.</param>
    /// <param name="archive">Has the index.</param>
    /// <param name="time">The clock.</param>
    public HostMeter(IMeterFactory meters, ArticleArchive archive, TimeProvider time)
    {
        (this.archive, this.time) = (archive, time);
        var meter = meters.Create("NewsBot.Host");
        meter.CreateObservableGauge("newsbot.index.lag", () => archive.Lag.Changes, "{article}", "Articles changed but not indexed yet");
        meter.CreateObservableGauge(
            "newsbot.index.lag.age",
            () => archive.Lag.Age.TotalSeconds,
            "s",
            "Time that the oldest of them has waited, at most"
        );
        meter.CreateObservableGauge("newsbot.queue.depth", () => Each(state => state.Waiting), "{entry}", "Entries that wait, by queue");
        meter.CreateObservableGauge("newsbot.queue.age", () => Each(AgeOf), "s", "Time that the oldest of them has waited");
        meter.CreateObservableGauge("newsbot.queue.dead", () => Each(state => state.Dead), "{entry}", "Entries given up, by queue");
        meter.CreateObservableGauge("newsbot.queue.sample.age", SampleAge, "s", "Time since the queues were last read");
        meter.CreateObservableGauge("newsbot.disk.free", DiskFree, "By", "Free space where the data directory is");
    }

    /// <summary>Takes what was read of the queues and the disk.</summary>
    /// <param name="queues">The state of each queue, by name.</param>
    /// <param name="diskFree">The free space in bytes; null: not known.</param>
    public void Take(IReadOnlyList<(string Name, QueueState State)> queues, long? diskFree) =>
        sample = new Sample(queues, diskFree, time.GetUtcNow());

    private double AgeOf(QueueState state) => state.Oldest is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0;

    private IEnumerable<Measurement<T>> Each<T>(Func<QueueState, T> measure)
        where T : struct =>
        sample.Queues.Select(queue => new Measurement<T>(
            measure(queue.State),
            new KeyValuePair<string, object?>("newsbot.queue", queue.Name)
        ));

    private IEnumerable<Measurement<double>> SampleAge() => sample.At is { } at ? [new((time.GetUtcNow() - at).TotalSeconds)] : [];

    private IEnumerable<Measurement<long>> DiskFree() => sample.DiskFree is { } free ? [new(free)] : [];

    private sealed record Sample(IReadOnlyList<(string Name, QueueState State)> Queues, long? DiskFree, DateTimeOffset? At);
}
