namespace NewsBot.Archive.LiteDb.Files;

/// <summary>Specifies how the store waits, and how large it may grow.</summary>
internal sealed record LiteDbStoreOptions
{
    /// <summary>Gets how long to wait for another process.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets how often a process that has the file checks whether another is waiting for it, which is also the shortest wait of that
    /// other.
    /// </summary>
    public TimeSpan LookInterval { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Gets the maximum size of the file in bytes; null: limited only by the disk.</summary>
    public long? MaxBytes { get; init; }

    /// <summary>Gets the clock that lifts embargoes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the clock for waiting for the file.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
