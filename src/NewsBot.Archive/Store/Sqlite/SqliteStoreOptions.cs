namespace NewsBot.Archive.Store.Sqlite;

/// <summary>What tests change of a store.</summary>
internal sealed record SqliteStoreOptions
{
    /// <summary>How long a write waits for another process that writes.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The database grows to this many pages, as if the disk were full then; null for no limit.</summary>
    public int? MaxPages { get; init; }

    /// <summary>The clock of the waiting.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
