namespace NewsBot.Settings;

/// <summary>Represents the settings of the system of record.</summary>
internal sealed record StoreSettings(StoreProvider Provider)
{
    /// <summary>Reads section <c>Store</c>.</summary>
    public static StoreSettings Read(SettingsReader reader)
    {
        var provider = reader.Choice("Store:Provider", StoreProvider.LiteDb);
        var connectionString = reader.Text("Store:ConnectionString");
        if (provider == StoreProvider.Postgres)
            reader.Fail("Store:Provider", "is Postgres, which this version cannot use yet", "use LiteDb");
        if (provider != StoreProvider.Postgres && connectionString is not null)
            reader.Fail("Store:ConnectionString", $"is set, but {provider} keeps its file in DataDirectory", "remove it");
        return new StoreSettings(provider);
    }
}
