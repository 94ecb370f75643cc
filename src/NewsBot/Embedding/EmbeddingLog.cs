namespace NewsBot.Embedding;

/// <summary>Logs the embedding of passages.</summary>
internal static partial class EmbeddingLog
{
    /// <summary>Logs each tenth of the way, and the end.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "{Embedded} of {Passages} passages can be found by meaning ({Model})")]
    public static partial void Embedded(this ILogger log, int embedded, int passages, string model);

    /// <summary>Logs the first of several failures of one kind.</summary>
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The embedding of passages is paused at {Embedded} of {Passages}; meanwhile searches use words alone: {Failure}"
    )]
    public static partial void EmbeddingFailed(this ILogger log, int embedded, int passages, string failure);
}
