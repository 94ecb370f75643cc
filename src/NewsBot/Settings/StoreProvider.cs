namespace NewsBot.Settings;

/// <summary>Specifies the store of the articles.</summary>
internal enum StoreProvider
{
    /// <summary>A LiteDB file in the data directory.</summary>
    LiteDb,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}
