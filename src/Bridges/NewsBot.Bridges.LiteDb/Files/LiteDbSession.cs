using LiteDB;
using NewsBot.Archive.Store;
using NewsBot.Bridges.LiteDb.Documents;

namespace NewsBot.Bridges.LiteDb.Files;

/// <summary>A database that this process has open. Thread-safe for reads beside one writer.</summary>
internal sealed class LiteDbSession : IDisposable
{
    private const int Schema = 1;

    // "News" in ASCII, as in the application id of the SQLite file.
    private const string Application = "News";

    private readonly string path;
    private readonly LiteDatabase database;
    private readonly FileTurn turn;
    private bool isHistoryNamed;
    private volatile ArchiveState state = new(0, 0, 0);

    private LiteDbSession(string path, LiteDatabase database, FileTurn turn)
    {
        this.path = path;
        this.database = database;
        this.turn = turn;
    }

    /// <summary>As of the last commit.</summary>
    public ArchiveState State => state;

    /// <summary>Articles by id.</summary>
    public ILiteCollection<BsonDocument> Articles => database.GetCollection("article");

    /// <summary>Parts of texts that are longer than a document may be.</summary>
    public ILiteCollection<BsonDocument> Parts => database.GetCollection("part");

    /// <summary>Ids of removed articles.</summary>
    public ILiteCollection<BsonDocument> Removals => database.GetCollection("removal");

    /// <summary>Names of histories by their first change.</summary>
    public ILiteCollection<BsonDocument> Histories => database.GetCollection("history");

    private ILiteCollection<BsonDocument> Archives => database.GetCollection("archive");

    /// <summary>Opens the file. The turn is the session's from now on, also when this fails.</summary>
    public static LiteDbSession Open(string path, LiteDbStoreOptions options, FileTurn turn)
    {
        LiteDatabase? database = null;
        try
        {
            var isNew = new FileInfo(path) is not { Exists: true, Length: > 0 };
            if (!isNew && !FileMark.IsThere(path))
                throw LiteDbFailures.NotAnArchive(path);
            database = new LiteDatabase(new ConnectionString
            {
                Filename = path,
                Connection = ConnectionType.Direct,
                Collation = isNew ? Collation.Binary : null,
            });
            var session = new LiteDbSession(path, database, turn);
            session.Prepare(options);
            return session;
        }
        catch
        {
            database?.Dispose();
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Runs <paramref name="work"/> in a transaction, which is kept when it changed something and did not throw. One caller at a time.</summary>
    /// <remarks>Synchronous throughout: LiteDB ties a transaction to its thread.</remarks>
    public T Write<T>(Func<LiteDbArticleTable, T> work, CancellationToken cancellationToken)
    {
        database.BeginTrans();
        try
        {
            var table = new LiteDbArticleTable(this);
            var result = work(table);
            cancellationToken.ThrowIfCancellationRequested();
            if (table.State is not { } changed)
            {
                database.Rollback();
                return result;
            }

            // Whoever opens the file and writes gives what follows a name of its own: a copy that is put back meanwhile then differs from what it was.
            var isNamed = !isHistoryNamed && changed.LastChange > state.LastChange;
            if (isNamed)
                HistoryNames.Add(Histories, state.LastChange + 1);
            Save(changed);
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

    public void Dispose()
    {
        try
        {
            database.Dispose();
        }
        finally
        {
            turn.Dispose();
        }
    }

    // LiteDB hands a commit to the system and leaves it there; only a checkpoint waits for the disk.
    private void Commit()
    {
        database.Commit();
        DiskFlush.Flush(LogOf(path));
    }

    private static string LogOf(string path) => Path.Combine(Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}-log{Path.GetExtension(path)}");

    private void Prepare(LiteDbStoreOptions options)
    {
        var collections = database.GetCollectionNames().ToList();
        var known = collections.Contains("archive") ? Archives.FindById(1) : null;
        if (known is null || known["application"] != Application)
        {
            if (collections.Count > 0)
                throw new StoreException(StoreFailure.NotAnArchive, $"{path} is a database of another program; name another data directory, or move the file away.");
            Create();
        }
        else if (known["schema"].AsInt32 > Schema)
        {
            throw new StoreException(
                StoreFailure.Newer,
                $"{path} was written by a newer NewsBot (schema {known["schema"].AsInt32}; this one knows up to {Schema}); update NewsBot, or name another data directory.");
        }
        else
        {
            state = new ArchiveState(known["lastChange"].AsInt64, known["lastId"].AsInt64, known["count"].AsInt32);
        }

        if (options.MaxBytes is { } limit)
            database.LimitSize = limit;
    }

    // The archive's own document is last: a file without it, but with collections, was cut off here and holds nothing yet.
    private void Create()
    {
        database.BeginTrans();
        Articles.EnsureIndex("key", "$.key", unique: true);
        Articles.EnsureIndex("change", "$.change", unique: true);
        Articles.EnsureIndex("folder", "$.folderKey");
        Removals.EnsureIndex("change", "$.change", unique: true);
        HistoryNames.Add(Histories, 0);
        Save(state);
        Commit();
    }

    private void Save(ArchiveState saved) => Archives.Upsert(new BsonDocument
    {
        ["_id"] = 1,
        ["application"] = Application,
        ["schema"] = Schema,
        ["lastChange"] = saved.LastChange,
        ["lastId"] = saved.LastId,
        ["count"] = saved.Count,
    });
}
