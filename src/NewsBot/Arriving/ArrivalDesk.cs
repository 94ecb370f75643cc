using NewsBot.Archive;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.Store;

namespace NewsBot.Arriving;

/// <summary>Tells the log and health what became of a look at a folder or feed, and brings the index up to date. Thread-safe.</summary>
internal sealed class ArrivalDesk(ArticleArchive archive, ArrivalProblems problems, TimeProvider time, ILogger<ArrivalDesk> log)
{
    // After a defect of the program.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>Tells.</summary>
    /// <param name="place">The folder or feed.</param>
    /// <param name="report">What was ingested; null: nothing.</param>
    /// <param name="problem">What is wrong, a sentence; null: nothing.</param>
    public void Tell(string place, IngestReport? report, string? problem)
    {
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

    /// <summary>Tells what a person should know.</summary>
    public void Warn(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
            log.Told(sentence);
    }

    /// <summary>Spares the next reader the wait for the index.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        try
        {
            await archive.RefreshAsync(cancellationToken);
        }
        catch (StoreException)
        {
            // The next search brings it up to date, or says what is wrong.
        }
    }

    /// <summary>Runs work until the host stops, again after a defect.</summary>
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
#pragma warning disable CA1031 // The border of a background loop: it goes on.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                problems.Note(place, $"{place} met a defect ({failure.GetType().Name}); the log says more");
                log.Defective(place, failure);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
