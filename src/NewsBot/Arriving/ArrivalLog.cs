namespace NewsBot.Arriving;

/// <summary>What the arrival of articles logs. A state is logged when it changes, not while it lasts.</summary>
internal static partial class ArrivalLog
{
    /// <summary>Something came.</summary>
    [LoggerMessage(1, LogLevel.Information, "{Place}: {Added} added, {Replaced} replaced, {Withdrawn} withdrawn")]
    public static partial void Arrived(this ILogger log, string place, int added, int replaced, int withdrawn);

    /// <summary>Something could not be read, or a person should know it.</summary>
    [LoggerMessage(2, LogLevel.Warning, "{Sentence}")]
    public static partial void Told(this ILogger log, string sentence);

    /// <summary>A folder or feed fails.</summary>
    [LoggerMessage(3, LogLevel.Warning, "Nothing arrives: {Problem}")]
    public static partial void Fails(this ILogger log, string problem);

    /// <summary>A folder or feed that failed works again.</summary>
    [LoggerMessage(4, LogLevel.Information, "{Place} works again")]
    public static partial void Works(this ILogger log, string place);

    /// <summary>A defect.</summary>
    [LoggerMessage(5, LogLevel.Error, "{Place} could not be looked at; it is tried again")]
    public static partial void Defective(this ILogger log, string place, Exception failure);
}
