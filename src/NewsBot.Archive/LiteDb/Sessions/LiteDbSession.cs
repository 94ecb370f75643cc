using LiteDB;
using LiteDB.Engine;
using NewsBot.Archive.LiteDb.Documents;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Sessions;

/// <summary>
/// Represents a database that this process has open. Not thread-safe except for <see cref="State"/>; <see cref="DatabaseAccess"/> admits
/// one caller at a time.
/// </summary>
internal sealed class LiteDbSession : IDisposable
{
    private readonly DatabaseFiles files;
    private readonly LiteDatabase database;
    private readonly FileTurn turn;
    private volatile ArchiveState state;
    private readonly TimeProvider clock;
    private bool isHistoryNamed;

    private LiteDbSession(DatabaseFiles files, LiteDatabase database, FileTurn turn, LiteDbStoreOptions options)
    {
        this.files = files;
        this.database = database;
        this.turn = turn;
        Collections = new ArchiveCollections(database);
        clock = options.Clock;
        state = Collections.Load(files.Path) ?? Create();
        if (Collections.IsEarlier)
            Write(writer => Upgrade.Run(Collections, writer.Places, clock.GetUtcNow()), CancellationToken.None);
        if (options.MaxBytes is { } limit)
            database.LimitSize = limit;
    }

    /// <summary>Gets the state as of the last commit.</summary>
    public ArchiveState State => state;

    /// <summary>Gets the collections, for reading.</summary>
    public ArchiveCollections Collections { get; }

    /// <summary>Opens the files. The session owns the turn from now on, even when this fails.</summary>
    public static LiteDbSession Open(string path, LiteDbStoreOptions options, FileTurn turn)
    {
        DatabaseFiles? files = null;
        LiteDatabase? database = null;
        try
        {
            files = DatabaseFiles.Open(path);
            database = new LiteDatabase(
                new LiteEngine(
                    new EngineSettings
                    {
                        DataStream = files.Data,
                        LogStream = files.Log,
                        Collation = files.IsNew ? Collation.Binary : null,
                    }
                )
            );
            return new LiteDbSession(files, database, turn, options);
        }
        catch
        {
            database?.Dispose();
            files?.Dispose();
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, which is committed when it changed something and did not throw.</summary>
    /// <remarks>Synchronous throughout: LiteDB ties a transaction to its thread.</remarks>
    public T Write<T>(Func<ArticleWriter, T> work, CancellationToken cancellationToken)
    {
        database.BeginTrans();
        try
        {
            var writer = new ArticleWriter(new LiteDbTables(Collections), state, clock.GetUtcNow());
            var result = work(writer);
            cancellationToken.ThrowIfCancellationRequested();
            if (writer.State is not { } changed)
            {
                database.Rollback();
                return result;
            }

            // A process that opens the file and writes gives what follows a new name, so that a copy restored in the meantime has a
            // different one.
            var isNamed = !isHistoryNamed && changed.LastChange > state.LastChange;
            if (isNamed)
                HistoryNames.Add(Collections.Histories, state.LastChange + 1);
            Collections.Save(changed);
            Commit();
            isHistoryNamed |= isNamed;
            state = changed;
            return result;
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    /// <summary>Copies the whole database to another file, and flushes that to disk.</summary>
    /// <returns>The number of articles.</returns>
    public int CopyTo(string target, CancellationToken cancellationToken)
    {
        // From here on the data file has every commit, and the log has none.
        database.Checkpoint();
        LiteDbFailures.Guard(target, () => files.CopyDataTo(target, cancellationToken));
        return state.Count;
    }

    public void Dispose()
    {
        try
        {
            database.Dispose();
            files.Dispose();
        }
        finally
        {
            turn.Dispose();
        }
    }

    private ArchiveState Create()
    {
        database.BeginTrans();
        var created = Collections.Create();
        Commit();
        return created;
    }

    // LiteDB passes a commit to the system and leaves it there; only a checkpoint waits for the disk.
    private void Commit()
    {
        database.Commit();
        files.Log.Flush();
    }
}
