using NewsBot.Postgres.Connecting;

namespace NewsBot.Settings;

/// <summary>Represents the settings of the system of record.</summary>
internal sealed record StoreSettings(StoreProvider Provider)
{
    private const string Key = "Store:ConnectionString";

    /// <summary>Gets the connection string of PostgreSQL; null with another provider. It may contain a password: never print it.</summary>
    public string? ConnectionString { get; private init; }

    /// <summary>Reads section <c>Store</c>.</summary>
    public static StoreSettings Read(SettingsReader reader)
    {
        var provider = reader.Choice("Store:Provider", StoreProvider.LiteDb);
        var connectionString = reader.Text(Key);
        if (provider != StoreProvider.Postgres && connectionString is not null)
            reader.Fail(Key, $"is set, but {provider} keeps its file in DataDirectory", "remove it, or set Store:Provider to Postgres");
        if (provider == StoreProvider.Postgres && connectionString is null)
            reader.Fail(Key, "is missing", "write it like Host=db.example.org;Database=newsbot;Username=newsbot");
        if (
            provider == StoreProvider.Postgres
            && connectionString is not null
            && ConnectionText.ProblemOf(connectionString) is var (fault, remedy)
        )
            reader.Fail(Key, fault, remedy);
        return new StoreSettings(provider) { ConnectionString = provider == StoreProvider.Postgres ? connectionString : null };
    }

    // A record would print its properties, and so the password.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("Provider = ").Append(Provider);
        return true;
    }
}
