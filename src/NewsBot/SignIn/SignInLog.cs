namespace NewsBot.SignIn;

/// <summary>Logs sign-ins that did not work.</summary>
internal static partial class SignInLog
{
    /// <summary>Logs why a person did not get in.</summary>
    public static void Failed(this ILogger log, Exception? reason) =>
        log.Failed(reason?.Message.ReplaceLineEndings(" ") ?? "no reason given");

    /// <summary>Logs that the provider does not answer.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "The sign-in provider does not answer")]
    public static partial void ProviderIsSilent(this ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in failed: {Reason}")]
    private static partial void Failed(this ILogger log, string reason);
}
