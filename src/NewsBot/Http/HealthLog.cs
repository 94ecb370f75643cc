namespace NewsBot.Http;

/// <summary>Logs health checks.</summary>
internal static partial class HealthLog
{
    /// <summary>Logs that the store failed or timed out.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The store does not answer")]
    public static partial void StoreIsSilent(this ILogger log, Exception error);
}
