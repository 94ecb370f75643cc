namespace NewsBot.Settings;

/// <summary>What keeps the articles.</summary>
internal enum StoreProvider
{
    /// <summary>A file in the data directory.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}
