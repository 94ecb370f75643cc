namespace NewsBot.Arriving;

/// <summary>Logs the arrival of articles. A state is logged when it changes, not while it lasts.</summary>
internal static partial class ArrivalLog
{
    /// <summary>Logs what arrived.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Place}: {Added} added, {Replaced} replaced, {Withdrawn} withdrawn")]
    public static partial void Arrived(this ILogger log, string place, int added, int replaced, int withdrawn);

    /// <summary>Logs what could not be read, or what a person should know.</summary>
    [LoggerMessage(2, LogLevel.Warning, "{Sentence}")]
    public static partial void Told(this ILogger log, string sentence);

    /// <summary>Logs that a folder or feed fails.</summary>
    [LoggerMessage(3, LogLevel.Warning, "Nothing arrives: {Problem}")]
    public static partial void Fails(this ILogger log, string problem);

    /// <summary>Logs that a folder or feed works again after a failure.</summary>
    [LoggerMessage(4, LogLevel.Information, "{Place} works again")]
    public static partial void Works(this ILogger log, string place);

    /// <summary>Logs a defect.</summary>
    [LoggerMessage(5, LogLevel.Error, "{Place} could not be read; NewsBot tries again")]
    public static partial void Defective(this ILogger log, string place, Exception failure);
}
