using NewsBot.Archive;
using NewsBot.Archive.Ingest;
using NewsBot.Settings;

namespace NewsBot.Arriving;

/// <summary>Watches the folders of <c>Ingest:Watch</c> for as long as the host runs.</summary>
internal sealed class FolderService(IngestSettings settings, ArticleArchive archive, ArrivalDesk desk) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(settings.Watch.Select(folder => WatchAsync(folder, stoppingToken)));

    private async Task WatchAsync(string folder, CancellationToken stoppingToken)
    {
        // The host starts without waiting for the first pass.
        await Task.Yield();
        var watch = archive.Watch(folder, settings.Reading);
        var progress = new Listener(desk);
        await desk.KeepRunningAsync(
            folder,
            stopping =>
                watch.RunAsync(
                    async (pass, token) =>
                    {
                        desk.Tell(folder, pass.Report, pass.Problem);
                        desk.Warn(pass.NewNotes);
                        if (pass.Report is not null)
                            await desk.RefreshAsync(token);
                    },
                    progress,
                    stopping
                ),
            stoppingToken
        );
    }

    private sealed class Listener(ArrivalDesk desk) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => desk.Warn(value.Rejected.Select(rejection => rejection.ToString()));
    }
}
