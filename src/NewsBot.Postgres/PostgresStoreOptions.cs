namespace NewsBot.Postgres;

/// <summary>Represents the settings of a <see cref="PostgresArticleStore"/>. Immutable.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>Gets the clock that lifts embargoes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Gets the longest time that a write waits for the writes of others; 30 s unless set.</summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets how often a listener looks for changes that no notification told it of; 5 s unless set. Also the longest time that a lost
    /// connection goes unnoticed.
    /// </summary>
    public TimeSpan LooksEvery { get; init; } = TimeSpan.FromSeconds(5);
}
