using NewsBot.Archive.Embedding;

namespace NewsBot.Embedding;

/// <summary>Embeds passages in the background of the host, and logs its progress.</summary>
internal sealed class EmbeddingWork(PassageEmbeddings embeddings, string model, ILogger<EmbeddingWork> log) : BackgroundService
{
    private const int StepPercent = 10;

    private int lastStep = -1;
    private string? lastFailure;

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        embeddings.RunAsync(TimeProvider.System, Report, stoppingToken);

    private void Report(EmbeddingProgress progress)
    {
        if (progress.Failure is { } failure)
        {
            if (failure != lastFailure)
                log.EmbeddingFailed(progress.Embedded, progress.Passages, failure);
            lastFailure = failure;
            return;
        }

        lastFailure = null;
        var step = progress.IsDone ? 100 : (int)(progress.Embedded * 100L / progress.Passages) / StepPercent * StepPercent;
        if (step != lastStep)
            log.Embedded(progress.Embedded, progress.Passages, model);
        lastStep = step;
    }
}
