using LiteDB;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>The collections of an archive. One caller at a time, as everything of the database.</summary>
internal sealed class ArchiveCollections(ILiteDatabase database)
{
    private const int Schema = 3;

    // "News" in ASCII: a person with a hex editor can tell what the file is.
    private const string Application = "News";

    /// <summary>Articles by id.</summary>
    public ILiteCollection<BsonDocument> Articles { get; } = database.GetCollection("article");

    /// <summary>Parts of texts that are longer than a document may be.</summary>
    public ILiteCollection<BsonDocument> Parts { get; } = database.GetCollection("part");

    /// <summary>Ids of removed articles.</summary>
    public ILiteCollection<BsonDocument> Removals { get; } = database.GetCollection("removal");

    /// <summary>Names of histories by their first change.</summary>
    public ILiteCollection<BsonDocument> Histories { get; } = database.GetCollection("history");

    /// <summary>Names that versions of items find each other by, and who has and who claims them.</summary>
    public ILiteCollection<BsonDocument> Names { get; } = database.GetCollection("name");

    /// <summary>Articles under embargo, withdrawn, or soon superseded, by id, each with the time of its next turn.</summary>
    public ILiteCollection<BsonDocument> Held { get; } = database.GetCollection("held");

    /// <summary>Ids of the articles of which a newer version answers.</summary>
    public ILiteCollection<BsonDocument> Superseded { get; } = database.GetCollection("superseded");

    /// <summary>Decisions of staff.</summary>
    public ILiteCollection<BsonDocument> Rulings { get; } = database.GetCollection("ruling");

    private ILiteCollection<BsonDocument> Archives { get; } = database.GetCollection("archive");

    /// <summary>The schema of what was loaded: before 2, articles have no names yet; before 3, those that are superseded are not listed.</summary>
    public int LoadedSchema { get; private set; } = Schema;

    /// <summary>Whether an earlier version of the program wrote what was loaded.</summary>
    public bool IsEarlier => LoadedSchema < Schema;

    /// <summary>The state that was saved last; null when the database is new, or was cut off while it was made.</summary>
    /// <exception cref="StoreException">It is a database of another program, or of a newer version of this one.</exception>
    public ArchiveState? Load(string path)
    {
        var archive = Archives.FindById(1);
        if (archive is null && !database.GetCollectionNames().Any())
            return null;
        if (archive is null || archive["application"] != Application)
            throw new StoreException(StoreFailure.NotAnArchive, $"{path} is a database of another program; name another data directory, or move the file away.");
        if (archive["schema"].AsInt32 is > Schema and var newer)
        {
            throw new StoreException(
                StoreFailure.Newer,
                $"{path} was written by a newer NewsBot (schema {newer}; this one knows up to {Schema}); update NewsBot, or name another data directory.");
        }

        LoadedSchema = archive["schema"].AsInt32;
        return new ArchiveState(
            archive["lastChange"].AsInt64, archive["lastId"].AsInt64, archive["count"].AsInt32, archive["nextTurn"] is { IsInt64: true } turn ? turn.AsInt64 : long.MaxValue);
    }

    /// <summary>Makes the collections of a new archive, within a transaction.</summary>
    public ArchiveState Create()
    {
        var state = new ArchiveState(0, 0, 0);
        Articles.EnsureIndex("key", "$.key", unique: true);
        Articles.EnsureIndex("change", "$.change", unique: true);
        Articles.EnsureIndex("folder", "$.folderKey");
        Removals.EnsureIndex("change", "$.change", unique: true);
        EnsureStates();
        HistoryNames.Add(Histories, 0);
        Save(state);
        return state;
    }

    /// <summary>Makes the indexes of names and rulings, within a transaction.</summary>
    public void EnsureStates()
    {
        Held.EnsureIndex("turn", "$.turn");
        Rulings.EnsureIndex("key", "$.key");
    }

    /// <summary>Saves the state, within a transaction.</summary>
    public void Save(ArchiveState state) => Archives.Upsert(new BsonDocument
    {
        ["_id"] = 1,
        ["application"] = Application,
        ["schema"] = Schema,
        ["lastChange"] = state.LastChange,
        ["lastId"] = state.LastId,
        ["count"] = state.Count,
        ["nextTurn"] = state.NextTurn,
    });
}
