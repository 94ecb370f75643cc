using Microsoft.Extensions.Logging;

namespace NewsBot.Bridges.BotFramework;

/// <summary>Everything that the bridge logs. Texts of messages, tokens and secrets are not among it.</summary>
internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "The Bot Framework SDK refused an activity that had passed the adapter's own checks, with status {Status}.")]
    public static partial void RefusedBySdk(this ILogger log, int status);
}
