using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Provides the tables of an archive in LiteDB's collections.</summary>
internal sealed class LiteDbTables(ArchiveCollections archive) : IArticleTables
{
    public ArticleRow? Find(long id) => archive.Articles.FindById(id) is { } document ? ArticleDocument.ReadRow(document, "") : null;

    public ArticleRow? Find(string source) =>
        ArticleQueries.FindDocument(archive, source) is { } document ? ArticleDocument.ReadRow(document, "") : null;

    public string TextOf(long id) => TextParts.Read(archive.Articles.FindById(id), archive.Parts);

    public Dictionary<string, KnownArticle> Known(IEnumerable<string> sources) => ArticleQueries.Known(archive, sources);

    public void Insert(IReadOnlyList<ArticleRow> rows) => archive.Articles.Insert(rows.Select(row => Document(row, before: null)).ToList());

    public void Replace(ArticleRow row)
    {
        var before = archive.Articles.FindById(row.Id);
        TextParts.Delete(before, archive.Parts);
        archive.Articles.Update(Document(row, before));
    }

    public void Move(ArticleRow row)
    {
        var document = archive.Articles.FindById(row.Id);
        List(row, document);
        StateFields.WritePlace(document, row);
        archive.Articles.Update(document);
    }

    public void SetFolder(long id, string? folder)
    {
        var document = archive.Articles.FindById(id);
        ArticleDocument.SetFolder(document, folder);
        archive.Articles.Update(document);
    }

    public void Delete(long id, long change)
    {
        archive.Held.Delete(id);
        archive.Superseded.Delete(id);
        TextParts.Delete(archive.Articles.FindById(id), archive.Parts);
        archive.Articles.Delete(id);
        archive.Removals.Insert(new BsonDocument { ["_id"] = id, ["change"] = change });
    }

    public IReadOnlyList<ArticleRow> Due(long time) =>
        [
            .. archive
                .Held.Query()
                .Where(BsonExpression.Create("$.turn <= @0", time))
                .ToList()
                .Where(held => held["turn"].IsInt64)
                .Select(held => Find(held["_id"].AsInt64))
                .OfType<ArticleRow>(),
        ];

    public long? NextTurn(long time) =>
        archive.Held.Query().Where(BsonExpression.Create("$.turn > @0", time)).OrderBy("$.turn").Limit(1).FirstOrDefault()?["turn"].AsInt64;

    public Dictionary<long, SharedName> Names(IReadOnlyCollection<long> hashes) =>
        archive
            .Names.Query()
            .Where(BsonExpression.Create("$._id IN @0", new BsonArray(hashes.Order().Select(hash => new BsonValue(hash)))))
            .ToEnumerable()
            .Select(NameOf)
            .ToDictionary(name => name.Hash);

    /// <summary>Returns all names.</summary>
    public IEnumerable<SharedName> AllNames() => archive.Names.FindAll().Select(NameOf);

    public void WriteNames(IReadOnlyList<SharedName> added, IReadOnlyList<SharedName> changed)
    {
        foreach (var name in changed)
        {
            if (name.IsUnused)
                archive.Names.Delete(name.Hash);
            else
                archive.Names.Update(Document(name));
        }

        archive.Names.Insert(added.Select(Document).ToList());
    }

    public bool HasRulings() => archive.Rulings.Query().Limit(1).Exists();

    public IReadOnlyList<Ruling> Rulings(IReadOnlySet<string> sources) =>
        [
            .. archive
                .Rulings.Query()
                .Where(BsonExpression.Create("$.key IN @0", new BsonArray(sources.Select(source => new BsonValue(ItemNames.Hash(source))))))
                .ToList()
                .OrderBy(document => document["_id"].AsInt32)
                .Where(document => sources.Contains(document["source"].AsString))
                .Select(RulingOf),
        ];

    /// <summary>Returns all rulings, oldest first.</summary>
    public IEnumerable<Ruling> AllRulings() => archive.Rulings.Query().OrderBy("$._id").ToEnumerable().Select(RulingOf);

    public void Keep(Ruling ruling) =>
        archive.Rulings.Insert(
            new BsonDocument
            {
                ["_id"] = archive.Rulings.Count() + 1,
                ["key"] = ItemNames.Hash(ruling.Source),
                ["source"] = ruling.Source,
                ["kills"] = ruling.Kills,
                ["releases"] = ruling.Releases,
                ["at"] = ruling.At.ToUnixTimeMilliseconds(),
                ["by"] = ruling.By,
                ["reason"] = ruling.Reason,
                ["change"] = ruling.Change,
            }
        );

    private static SharedName NameOf(BsonDocument document) =>
        new(document["_id"].AsInt64, Ids(document, "own"), Ids(document, "claim"), document["crowded"].IsBoolean);

    private static Ruling RulingOf(BsonDocument document) =>
        new(
            document["source"].AsString,
            document["kills"].AsBoolean,
            DateTimeOffset.FromUnixTimeMilliseconds(document["at"].AsInt64),
            document["by"].AsString,
            document["reason"].IsString ? document["reason"].AsString : null,
            document["change"].AsInt64
        )
        {
            Releases = document["releases"].AsBoolean,
        };

    private BsonDocument Document(ArticleRow row, BsonDocument? before)
    {
        List(row, before);
        var document = ArticleDocument.Write(row);
        TextParts.Write(document, row.Article.Text, archive.Parts);
        return document;
    }

    // LiteDB has no index over some documents only, so those to be found by their stage are listed.
    private void List(ArticleRow row, BsonDocument? before)
    {
        if (row.IsHeld)
            archive.Held.Upsert(new BsonDocument { ["_id"] = row.Id, ["turn"] = row.Turn is { } turn ? turn : BsonValue.Null });
        else if (before is not null && before["held"].IsBoolean)
            archive.Held.Delete(row.Id);

        if (row.Stage == ArticleStage.Superseded)
            archive.Superseded.Upsert(new BsonDocument { ["_id"] = row.Id });
        else if (before is not null && StateFields.StageOf(before) == ArticleStage.Superseded)
            archive.Superseded.Delete(row.Id);
    }

    private static BsonDocument Document(SharedName name)
    {
        var document = new BsonDocument { ["_id"] = name.Hash };
        if (name.IsCrowded)
            document["crowded"] = true;
        Set("own", name.Owners);
        Set("claim", name.Claims);
        return document;

        void Set(string field, IEnumerable<long> ids)
        {
            var array = new BsonArray(ids.Order().Select(id => new BsonValue(id)));
            if (array.Count > 0)
                document[field] = array;
        }
    }

    private static long[] Ids(BsonDocument document, string field) =>
        document[field].IsArray ? [.. document[field].AsArray.Select(id => id.AsInt64)] : [];
}
