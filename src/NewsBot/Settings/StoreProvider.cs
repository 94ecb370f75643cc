namespace NewsBot.Settings;

/// <summary>What keeps the articles.</summary>
internal enum StoreProvider
{
    /// <summary>A LiteDB file in the data directory.</summary>
    LiteDb,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}
