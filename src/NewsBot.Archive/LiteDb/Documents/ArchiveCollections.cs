using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Provides the collections of an archive. For one caller at a time, like the whole database.</summary>
internal sealed class ArchiveCollections(ILiteDatabase database)
{
    private const int Schema = 3;

    // "News" in ASCII, so that a hex editor shows what the file is.
    private const string Application = "News";

    /// <summary>Gets the articles by id.</summary>
    public ILiteCollection<BsonDocument> Articles { get; } = database.GetCollection("article");

    /// <summary>Gets the parts of texts that are too long for one document.</summary>
    public ILiteCollection<BsonDocument> Parts { get; } = database.GetCollection("part");

    /// <summary>Gets the ids of removed articles.</summary>
    public ILiteCollection<BsonDocument> Removals { get; } = database.GetCollection("removal");

    /// <summary>Gets the names of histories by their first change.</summary>
    public ILiteCollection<BsonDocument> Histories { get; } = database.GetCollection("history");

    /// <summary>Gets the names by which versions of items are found, with the articles that have them and those that claim them.</summary>
    public ILiteCollection<BsonDocument> Names { get; } = database.GetCollection("name");

    /// <summary>
    /// Gets the articles that are under embargo, withdrawn, or soon superseded, by id, each with the time of its next turn.
    /// </summary>
    public ILiteCollection<BsonDocument> Held { get; } = database.GetCollection("held");

    /// <summary>Gets the ids of the articles that a newer version has superseded.</summary>
    public ILiteCollection<BsonDocument> Superseded { get; } = database.GetCollection("superseded");

    /// <summary>Gets the rulings of staff.</summary>
    public ILiteCollection<BsonDocument> Rulings { get; } = database.GetCollection("ruling");

    private ILiteCollection<BsonDocument> Archives { get; } = database.GetCollection("archive");

    /// <summary>
    /// Gets the schema of what was loaded: before 2, articles have no names yet; before 3, superseded ones are not listed.
    /// </summary>
    public int LoadedSchema { get; private set; } = Schema;

    /// <summary>Gets a value indicating whether an earlier version of the program wrote what was loaded.</summary>
    public bool IsEarlier => LoadedSchema < Schema;

    /// <summary>Returns the last saved state; null when the database is new, or when its creation was interrupted.</summary>
    /// <exception cref="StoreException">The database belongs to another program, or to a newer version of this one.</exception>
    public ArchiveState? Load(string path)
    {
        var archive = Archives.FindById(1);
        if (archive is null && !database.GetCollectionNames().Any())
            return null;
        if (archive is null || archive["application"] != Application)
            throw new StoreException(
                StoreFailure.NotAnArchive,
                $"{path} is a database of another program; name another data directory, or move the file away."
            );
        if (archive["schema"].AsInt32 is > Schema and var newer)
        {
            throw new StoreException(
                StoreFailure.Newer,
                $"{path} was written by a newer NewsBot (schema {newer}; this one supports up to {Schema}); update NewsBot, or name another data directory."
            );
        }

        LoadedSchema = archive["schema"].AsInt32;
        return new ArchiveState(
            archive["lastChange"].AsInt64,
            archive["lastId"].AsInt64,
            archive["count"].AsInt32,
            archive["nextTurn"] is { IsInt64: true } turn ? turn.AsInt64 : long.MaxValue
        );
    }

    /// <summary>Creates the collections of a new archive, within a transaction.</summary>
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

    /// <summary>Creates the indexes of held articles and rulings, within a transaction.</summary>
    public void EnsureStates()
    {
        Held.EnsureIndex("turn", "$.turn");
        Rulings.EnsureIndex("key", "$.key");
    }

    /// <summary>Lists the superseded articles of an archive that did not list them yet, within a transaction.</summary>
    public void ListSuperseded() =>
        Superseded.Insert(
            Articles.Query().Where(BsonExpression.Create("$.stage = @0", (int)ArticleStage.Superseded)).Select("{ _id: $._id }").ToList()
        );

    /// <summary>Saves the state, within a transaction.</summary>
    public void Save(ArchiveState state) =>
        Archives.Upsert(
            new BsonDocument
            {
                ["_id"] = 1,
                ["application"] = Application,
                ["schema"] = Schema,
                ["lastChange"] = state.LastChange,
                ["lastId"] = state.LastId,
                ["count"] = state.Count,
                ["nextTurn"] = state.NextTurn,
            }
        );
}
