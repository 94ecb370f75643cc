namespace NewsBot.Http;

/// <summary>What health checks log.</summary>
internal static partial class HealthLog
{
    /// <summary>The store failed, or took too long.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer")]
    public static partial void StoreIsSilent(this ILogger log, Exception error);
}
