using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>Keeps the state in a SQLite file.</summary>
/// <param name="path">The file; null to keep everything in memory.</param>
/// <param name="isDurable">False for measurements: a commit need not survive a power failure, and no other process has the file open.</param>
internal sealed class StateFile(string? path, bool isDurable = true) : StateStorage
{
    /// <inheritdoc />
    protected internal override bool CanReconnect => path is not null;

    /// <inheritdoc />
    protected internal override bool IsShared => false;

    /// <inheritdoc />
    protected internal override void Prepare()
    {
        if (path is null)
            return;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"{path} cannot be written to ({failure.Message}); check the folder and its permissions.",
                failure
            );
        }
    }

    /// <inheritdoc />
    protected internal override StateConnection Connect() => new StateFileConnection(path, isDurable);

    /// <inheritdoc />
    protected internal override IReadOnlyList<string> Migrate(StateConnection connection, IEnumerable<StateSchema> schemas) =>
        StateMigration.Run((StateFileConnection)connection, path, schemas);

    /// <inheritdoc />
    protected internal override Exception Explain(Exception failure) =>
        failure is SqliteException error ? StateFailures.Explain(error, path ?? StateDatabase.FileName) : failure;
}
