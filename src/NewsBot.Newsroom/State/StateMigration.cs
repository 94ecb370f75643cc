using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Newsroom.State;

/// <summary>Brings the tables of every feature up to date and copies the contents of earlier versions' files.</summary>
internal static class StateMigration
{
    /// <summary>Updates the tables of all features, each in a transaction.</summary>
    /// <returns>The files that were copied.</returns>
    /// <exception cref="StoreException">The file was written by a newer version, or a file to copy cannot be read.</exception>
    public static IReadOnlyList<string> Run(StateFileConnection connection, string? path, IEnumerable<StateSchema> schemas)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS state_feature (feature TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID");
        var copied = new List<string>();
        foreach (var schema in schemas.DistinctBy(schema => schema.Feature))
        {
            var version = VersionOf(connection, schema);
            if (version > schema.Steps.Count)
                throw new StoreException(
                    StoreFailure.Newer,
                    $"{path} was written by a newer NewsBot (format {version} of {schema.Feature}, this one supports {schema.Steps.Count}); start the newer one, or name another folder with --data."
                );
            if (version == schema.Steps.Count)
                continue;
            // A database cannot be attached within a transaction.
            var predecessor = version == 0 ? Attach(connection, path, schema.Predecessor) : null;
            Update(connection, schema, predecessor is not null);
            if (predecessor is null)
                continue;
            connection.Execute("DETACH DATABASE predecessor");
            File.Move(predecessor, predecessor + StatePredecessor.CopiedEnding, overwrite: true);
            copied.Add(predecessor);
        }

        return copied;
    }

    private static void Update(StateFileConnection connection, StateSchema schema, bool copies)
    {
        connection.BeginWrite();
        try
        {
            // Another process may have been faster.
            var version = VersionOf(connection, schema);
            foreach (var (place, step) in schema.Steps.Index().Skip(version))
            {
                connection.Execute(step);
                // The predecessor's tables are those of the first version; later steps change what was copied, too.
                if (place == 0 && copies)
                    Copy(connection, schema.Predecessor!);
            }

            connection.Run(
                "INSERT OR REPLACE INTO state_feature (feature, version) VALUES ($1, $2)",
                schema.Feature,
                Math.Max(version, schema.Steps.Count)
            );
            connection.Run("COMMIT");
        }
        catch
        {
            connection.TryRollback();
            throw;
        }
    }

    private static int VersionOf(StateFileConnection connection, StateSchema schema) =>
        Convert.ToInt32(
            connection.Value("SELECT version FROM state_feature WHERE feature = $1", schema.Feature) ?? 0,
            CultureInfo.InvariantCulture
        );

    private static string? Attach(StateFileConnection connection, string? path, StatePredecessor? predecessor)
    {
        if (path is null || predecessor is null)
            return null;
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, predecessor.FileName);
        if (!File.Exists(file))
            return null;
        if (IsInUse(file + ".lock"))
            throw new StoreException(
                StoreFailure.Unavailable,
                $"{file} belongs to an earlier version of NewsBot that is still running; stop it first, so that nothing it stores is lost."
            );
        try
        {
            connection.Run("ATTACH DATABASE $1 AS predecessor", file);
            connection.Value("SELECT COUNT(*) FROM predecessor.sqlite_master");
            return file;
        }
        catch (SqliteException error)
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"{file}, from an earlier version, cannot be copied into {Path.GetFileName(path)} ({error.Message.TrimEnd('.')}); move it away to continue without it.",
                error
            );
        }
    }

    // The earlier version keeps this file locked as long as it runs.
    private static bool IsInUse(string lockFile)
    {
        if (!File.Exists(lockFile))
            return false;
        try
        {
            using var free = new FileStream(lockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void Copy(StateFileConnection connection, StatePredecessor predecessor)
    {
        foreach (var (old, @new) in predecessor.Tables)
        {
            var columns = string.Join(
                ", ",
                connection.Rows(
                    "SELECT o.name FROM pragma_table_info($1, 'predecessor') AS o JOIN pragma_table_info($2, 'main') AS n ON n.name = o.name",
                    row => $"\"{row.GetString(0)}\"",
                    old,
                    @new
                )
            );
            if (columns.Length > 0)
                connection.Execute($"INSERT INTO main.\"{@new}\" ({columns}) SELECT {columns} FROM predecessor.\"{old}\"");
        }
    }
}
