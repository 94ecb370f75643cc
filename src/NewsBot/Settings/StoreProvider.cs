namespace NewsBot.Settings;

/// <summary>What keeps the articles.</summary>
internal enum StoreProvider
{
    /// <summary>A file in the data directory.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,

    /// <summary>A LiteDB file in the data directory, in builds with that bridge.</summary>
    LiteDb,
}
