using NewsBot.Semantics;

namespace NewsBot.Composition;

/// <summary>
/// Begins to load the reading model when the host starts, so that the first question need not wait, and tells the log when it cannot be
/// used.
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Answers go by words alone. {Fault}")]
    private static partial void WordsAlone(ILogger log, string fault);
}
