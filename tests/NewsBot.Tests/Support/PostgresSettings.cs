using NewsBot.Settings;

namespace NewsBot.Tests.Support;

/// <summary>Provides the settings of a host that keeps articles and state in PostgreSQL.</summary>
internal static class PostgresSettings
{
    /// <summary>Returns the settings of the store, as a host reads them.</summary>
    public static StoreSettings Of(string connectionString) =>
        SettingsLoader
            .Load(
                AppContext.BaseDirectory,
                null,
                new Dictionary<string, string>
                {
                    ["NEWSBOT__Store__Provider"] = "Postgres",
                    ["NEWSBOT__Store__ConnectionString"] = connectionString,
                },
                new Dictionary<string, string?>()
            )
            .Settings!.Store;
}
