using NewsBot.Archive;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Store;
using NewsBot.Connections;

namespace NewsBot.Arriving;

/// <summary>
/// Reports the outcome of each pass over a folder or feed to the log, the health check and the metrics, and updates the index. Thread-safe.
/// </summary>
internal sealed class ArrivalDesk(
    ArticleArchive archive,
    HostProblems problems,
    ArrivalStates states,
    ArrivalMeter meter,
    TimeProvider time,
    ILogger<ArrivalDesk> log
)
{
    // After a defect in the program.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Reports a pass.</summary>
    /// <param name="place">The folder or feed.</param>
    /// <param name="report">What was ingested; null: nothing.</param>
    /// <param name="problem">What is wrong, a sentence; null: nothing.</param>
    public void Tell(string place, IngestReport? report, string? problem)
    {
        states.Note(place, report, problem);
        if (report is not null)
            meter.Add(place, report);
        if (problems.Note(place, problem))
        {
            if (problem is null)
                log.Works(place);
            else
                log.Fails(problem);
        }

        if (report is not null && report.Added + report.Replaced + report.Withdrawn > 0)
            log.Arrived(place, report.Added, report.Replaced, report.Withdrawn);
    }

    /// <summary>Logs what a person should know.</summary>
    public void Warn(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
            log.Told(sentence);
    }

    /// <summary>Updates the index, so that the next reader does not wait for it.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await archive.RefreshAsync(cancellationToken);
        }
        catch (StoreException)
        {
            // The next search updates it, or reports the fault.
        }
    }

    /// <summary>Runs work until the host stops, and starts it again after a defect.</summary>
    public async Task KeepRunningAsync(string place, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await work(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The edge of a background loop, which continues.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                problems.Note(place, $"{place} met a defect ({failure.GetType().Name}); see the log");
                log.Defective(place, failure);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
