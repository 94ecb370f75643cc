using NewsBot.Semantics;

namespace NewsBot.Composition;

/// <summary>
/// Starts to load the reading model when the host starts, so that the first question does not wait, and logs a model that cannot be used.
/// </summary>
internal sealed partial class ReadingModelStart(ReadingModelLoader loader, ILogger<ReadingModelStart> log) : BackgroundService
{
    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            if (await loader.LoadAsync(stoppingToken) is { IsLoaded: false } load)
                WordsAlone(log, load.Fault);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops before the model is loaded.
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers rely on words alone. {Fault}")]
    private static partial void WordsAlone(ILogger log, string fault);
}
