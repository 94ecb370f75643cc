namespace NewsBot.Archive.Watching;

/// <summary>Specifies the waits of a watched folder. All are measured by a monotonic clock.</summary>
internal static class WatchTimes
{
    /// <summary>Specifies how long a file must be unchanged, with no program writing to it, before it counts as complete.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Specifies after how long a constantly changing file is read as it is, and missing files are withdrawn although others are still
    /// arriving.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Specifies how often the folder is scanned, because no system reports every change.</summary>
    public static readonly TimeSpan Rescan = TimeSpan.FromSeconds(2);

    /// <summary>Specifies how long to wait after a reported change before scanning: changes come in bursts.</summary>
    public static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(200);

    /// <summary>Specifies after how long reading or storing is tried again after a failure.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);
}
