using System.Globalization;
using NewsBot.Staff;

namespace NewsBot.Administration;

/// <summary>Writes times and sizes for staff.</summary>
internal static class AdminText
{
    /// <summary>Returns a length of time in its largest unit, such as <c>5 min</c>.</summary>
    public static string Of(TimeSpan time) =>
        time switch
        {
            { TotalSeconds: < 1 } => Write(Math.Max(0, time.TotalMilliseconds), "ms"),
            { TotalMinutes: < 1 } => Write(time.TotalSeconds, "s"),
            { TotalHours: < 1 } => Write(time.TotalMinutes, "min"),
            { TotalDays: < 2 } => Write(time.TotalHours, "h"),
            _ => Write(time.TotalDays, "days"),
        };

    /// <summary>Returns a time, or what to say where there is none.</summary>
    public static string Of(DateTimeOffset? time, string none) => time is { } at ? ItemText.Show(at) : none;

    /// <summary>Returns a number of bytes, such as <c>12.4 GB</c>.</summary>
    public static string Bytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:N1} GB");

    /// <summary>Returns a number with thousands separated.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Write(double number, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(number):F0} {unit}");
}
