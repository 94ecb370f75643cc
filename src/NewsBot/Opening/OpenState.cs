using NewsBot.Archive.Store;
using NewsBot.Newsroom.State;
using NewsBot.Postgres.State;
using NewsBot.Settings;

namespace NewsBot.Opening;

/// <summary>Opens the state where the settings keep it: beside the articles in PostgreSQL, or in a file of the data directory.</summary>
internal static class OpenState
{
    /// <summary>Returns whether there is any state yet; in PostgreSQL there may always be.</summary>
    public static bool Exists(NewsBotSettings settings) => settings.Store.ConnectionString is not null || File.Exists(settings.StateFile);

    /// <summary>Opens the state, and creates its tables where they are missing.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message says what to do.</exception>
    public static StateDatabase Open(NewsBotSettings settings, IEnumerable<StateSchema> schemas) =>
        settings.Store.ConnectionString is { } connectionString
            ? StateDatabase.OpenOn(new PostgresState(connectionString), schemas)
            : StateDatabase.Open(settings.StateFile, schemas);
}
