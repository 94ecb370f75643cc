using Microsoft.Extensions.Logging;

namespace NewsBot.Discord.Diagnostics;

/// <summary>Logs events of the adapter, but never a token or a question.</summary>
internal static partial class Log
{
    /// <summary>Specifies the remedy for a token that Discord does not accept.</summary>
    public const string TokenRemedy = "Set Discord:Token to the token on the application's Bot page.";

    [LoggerMessage(1, LogLevel.Warning, "Discord: {Method} {Route} failed: {Reason}")]
    public static partial void RequestFailed(ILogger logger, HttpMethod method, string route, string reason);

    [LoggerMessage(2, LogLevel.Error, "Discord is off: {Reason}. {Remedy} NewsBot continues without Discord.")]
    public static partial void Stopped(ILogger logger, string reason, string remedy);

    [LoggerMessage(3, LogLevel.Information, "Discord: shard {Shard} of {Count} is connected")]
    public static partial void Connected(ILogger logger, int shard, int count);

    [LoggerMessage(4, LogLevel.Warning, "Discord: shard {Shard} lost its connection ({Reason}); {Next} in {Seconds:F1} s")]
    public static partial void Disconnected(ILogger logger, int shard, string reason, string next, double seconds);

    [LoggerMessage(5, LogLevel.Warning, "Discord: no session can start for {Minutes:F0} minutes: the daily limit is used up")]
    public static partial void IdentifyLimitSpent(ILogger logger, double minutes);

    [LoggerMessage(6, LogLevel.Information, "Discord: commands registered ({Scope})")]
    public static partial void CommandsRegistered(ILogger logger, string scope);

    [LoggerMessage(7, LogLevel.Error, "Discord: {What} failed, reference {Reference}")]
    public static partial void TurnFailed(ILogger logger, Exception exception, string what, string reference);

    [LoggerMessage(8, LogLevel.Warning, "Discord: interaction {Interaction} was not acknowledged: {Reason}")]
    public static partial void NotAcknowledged(ILogger logger, ulong interaction, string reason);

    [LoggerMessage(9, LogLevel.Warning, "Discord: the answer {Reference} could not be delivered: {Reason}")]
    public static partial void NotDelivered(ILogger logger, string reference, string reason);

    [LoggerMessage(10, LogLevel.Warning, "Discord: a gateway message cannot be read: {Reason}")]
    public static partial void Unreadable(ILogger logger, string reason);

    [LoggerMessage(11, LogLevel.Warning, "Discord: the gateway cannot be found: {Reason}; next attempt in {Seconds:F0} s")]
    public static partial void GatewayNotFound(ILogger logger, string reason, double seconds);

    [LoggerMessage(
        12,
        LogLevel.Information,
        "Discord: Discord:Token is not set: interactions are answered, commands are not registered, and nothing else is posted"
    )]
    public static partial void NoToken(ILogger logger);

    [LoggerMessage(13, LogLevel.Warning, "Discord: what is asked cannot be stored, and a host that dies would lose it: {Reason}")]
    public static partial void NotKept(ILogger logger, string reason);

    [LoggerMessage(14, LogLevel.Information, "Discord: what is asked is stored again")]
    public static partial void KeptAgain(ILogger logger);

    [LoggerMessage(15, LogLevel.Information, "Discord: answering interaction {Interaction}, which a host that stopped had left")]
    public static partial void TakenUp(ILogger logger, ulong interaction);

    [LoggerMessage(16, LogLevel.Warning, "Discord: interaction {Interaction} is tried again: {Reason}")]
    public static partial void Left(ILogger logger, ulong interaction, string reason);

    [LoggerMessage(17, LogLevel.Error, "Discord: what was left unanswered cannot be looked up; NewsBot tries again each second: {Reason}")]
    public static partial void TakingUpFailed(ILogger logger, string reason);
}
