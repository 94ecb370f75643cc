namespace NewsBot.Embedding;

/// <summary>What embedding passages logs.</summary>
internal static partial class EmbeddingLog
{
    /// <summary>Each tenth of the way, and the end.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "{Embedded} of {Passages} passages can be found by their meaning ({Model})")]
    public static partial void Embedded(this ILogger log, int embedded, int passages, string model);

    /// <summary>The first of several failures of one kind.</summary>
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Embedding passages waits at {Embedded} of {Passages}, and searches go by words meanwhile: {Failure}"
    )]
    public static partial void EmbeddingFailed(this ILogger log, int embedded, int passages, string failure);
}
