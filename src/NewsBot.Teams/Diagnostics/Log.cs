using Microsoft.Extensions.Logging;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Diagnostics;

/// <summary>Logs events of the Teams channel, but never texts of messages, tokens or secrets.</summary>
internal static partial class Log
{
    [LoggerMessage(
        1,
        LogLevel.Information,
        "Teams:AppId is not set: the Teams endpoint serves this machine only (loopback), without tokens. Set Teams:AppId to connect it to Teams."
    )]
    public static partial void LocalOnly(this ILogger log);

    [LoggerMessage(2, LogLevel.Information, "The Teams endpoint serves app {AppId} ({AppType}).")]
    public static partial void Serving(this ILogger log, string appId, TeamsAppType appType);

    [LoggerMessage(3, LogLevel.Information, "Rejected an activity: {Verdict}.")]
    public static partial void Refused(this ILogger log, Enum verdict);

    [LoggerMessage(4, LogLevel.Warning, "The keys of inbound tokens could not be fetched from {Url}: {Reason}")]
    public static partial void KeysNotFetched(this ILogger log, Uri url, string reason);

    [LoggerMessage(5, LogLevel.Warning, "The queue is full ({Capacity} messages); the client was asked to try again.")]
    public static partial void QueueFull(this ILogger log, int capacity);

    [LoggerMessage(6, LogLevel.Error, "Message T-{Turn} could not be answered.")]
    public static partial void TurnFailed(this ILogger log, Exception exception, long turn);

    [LoggerMessage(7, LogLevel.Warning, "Post P-{Post}, attempt {Try}: {Reason}; next attempt in {Delay}.")]
    public static partial void PostRetried(this ILogger log, long post, int @try, string reason, TimeSpan delay);

    [LoggerMessage(8, LogLevel.Error, "Post P-{Post} was given up after {Tries} attempts: {Reason}")]
    public static partial void PostDead(this ILogger log, long post, int tries, string reason);

    [LoggerMessage(
        9,
        LogLevel.Warning,
        "Post P-{Post} was being sent when its fate became unknown ({Reason}); it is sent again, and may appear twice."
    )]
    public static partial void PostUncertain(this ILogger log, long post, string reason);

    [LoggerMessage(10, LogLevel.Information, "Resuming {Turns} messages and {Posts} posts from the last run.")]
    public static partial void TakingUp(this ILogger log, int turns, int posts);

    [LoggerMessage(11, LogLevel.Error, "The Teams store failed; trying again in {Delay}.")]
    public static partial void StoreFailed(this ILogger log, Exception exception, TimeSpan delay);

    [LoggerMessage(12, LogLevel.Error, "An invoke could not be answered.")]
    public static partial void InvokeFailed(this ILogger log, Exception exception);

    [LoggerMessage(14, LogLevel.Error, "An activity could not be stored; the client was asked to try again.")]
    public static partial void NotStored(this ILogger log, Exception exception);

    [LoggerMessage(16, LogLevel.Warning, "Post P-{Post} of unknown fate was looked up as message {Activity}: {Finding}")]
    public static partial void PostLookedUp(this ILogger log, long post, string activity, string finding);

    [LoggerMessage(17, LogLevel.Warning, "The Bot Framework SDK rejected an activity that had passed the earlier checks: {Reason}")]
    public static partial void RefusedBySdk(this ILogger log, string reason);

    [LoggerMessage(18, LogLevel.Warning, "Post P-{Post}, attempt {Try}, was rejected ({Reason}); it is sent in another form.")]
    public static partial void PostReplaced(this ILogger log, long post, int @try, string reason);

    [LoggerMessage(19, LogLevel.Warning, "Follow-up questions could not be offered.")]
    public static partial void FollowUpsFailed(this ILogger log, Exception exception);

    [LoggerMessage(
        20,
        LogLevel.Warning,
        "Rejected an activity that wants its reply on port {Port} of this machine; if a client of yours listens there, add {Port} to Teams:LocalServicePorts."
    )]
    public static partial void LocalPortRefused(this ILogger log, int port);

    [LoggerMessage(21, LogLevel.Warning, "The work cannot be shared with other hosts at present; NewsBot tries again each second.")]
    public static partial void TakingUpFailed(this ILogger log, Exception exception);

    [LoggerMessage(15, LogLevel.Debug, "A typing or progress notice was not sent: {Reason}")]
    public static partial void NoticeNotSent(this ILogger log, string reason);
}
