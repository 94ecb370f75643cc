namespace NewsBot.Archive.Watching;

/// <summary>How long a watched folder waits for what. All are measured by a clock that only runs forward.</summary>
internal static class WatchTimes
{
    /// <summary>A file is whole when it was the same for so long, and nobody has it open for writing.</summary>
    public static readonly TimeSpan Settle = TimeSpan.FromSeconds(1);

    /// <summary>
    /// A file that changes all the time is read as it is after so long, and what is gone is withdrawn though others still arrive.
    /// </summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>The folder is looked through so often, for no system tells of every change.</summary>
    public static readonly TimeSpan Rescan = TimeSpan.FromSeconds(2);

    /// <summary>What the system told of is looked at after so long: changes come in bursts.</summary>
    public static readonly TimeSpan Burst = TimeSpan.FromMilliseconds(200);

    /// <summary>What could not be read or stored is tried again after so long.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromSeconds(15);
}
