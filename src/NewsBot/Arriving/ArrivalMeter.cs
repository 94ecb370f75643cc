using System.Diagnostics.Metrics;
using NewsBot.Archive.Ingest;

namespace NewsBot.Arriving;

/// <summary>Measures what arrives from watched folders and feeds. Thread-safe.</summary>
internal sealed class ArrivalMeter
{
    private readonly TimeProvider time;
    private readonly Counter<long> files;
    private readonly Counter<long> articles;
    private readonly Histogram<double> duration;

    /// <summary>Creates the instruments.</summary>
    /// <param name="meters">Owns the meter.</param>
    /// <param name="states">Give the time of each place's last pass.</param>
    /// <param name="time">The clock.</param>
    public ArrivalMeter(IMeterFactory meters, ArrivalStates states, TimeProvider time)
    {
        this.time = time;
        var meter = meters.Create("NewsBot.Arriving");
        files = meter.CreateCounter<long>("newsbot.ingest.files", "{file}", "Files and feeds read");
        articles = meter.CreateCounter<long>("newsbot.ingest.articles", "{article}", "Articles read, by what came of them");
        duration = meter.CreateHistogram<double>("newsbot.ingest.duration", "s", "Time of an ingest that read something");
        meter.CreateObservableGauge(
            "newsbot.ingest.age",
            () => states.All.Select(AgeOf).OfType<Measurement<double>>(),
            "s",
            "Time since a folder or feed was last looked at without a problem"
        );
    }

    /// <summary>Measures an ingest.</summary>
    /// <param name="place">The folder or feed.</param>
    /// <param name="report">What was ingested.</param>
    public void Add(string place, IngestReport report)
    {
        var from = new KeyValuePair<string, object?>("newsbot.place", place);
        files.Add(report.Files.Count, from);
        Count("added", report.Added);
        Count("updated", report.Replaced);
        Count("unchanged", report.Unchanged);
        Count("withdrawn", report.Withdrawn);
        Count("rejected", report.Rejected);
        duration.Record(report.Duration.TotalSeconds, from);

        void Count(string result, int number)
        {
            if (number > 0)
                articles.Add(number, from, new("newsbot.result", result));
        }
    }

    private Measurement<double>? AgeOf(ArrivalState state) =>
        state.Worked is { } worked
            ? new((time.GetUtcNow() - worked).TotalSeconds, new KeyValuePair<string, object?>("newsbot.place", state.Place))
            : null;
}
