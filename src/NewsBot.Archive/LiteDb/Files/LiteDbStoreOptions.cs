namespace NewsBot.Archive.LiteDb.Files;

/// <summary>How the store waits, and how large it may grow.</summary>
internal sealed record LiteDbStoreOptions
{
    /// <summary>How long another process is waited for.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a process that has the file looks whether another waits for it; also how long that one waits at least.</summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Bytes that the file may have; null: no limit but the disk's.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>The clock that lifts embargoes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The clock of the waiting for the file.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
