using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>
/// Keeps, within a transaction, the place of each article among the versions of its item: stages, counts, and the next turn of the clock.
/// </summary>
internal sealed class ArticlePlaces(ArchiveCollections archive, ArchiveState before, DateTimeOffset now)
{
    /// <summary>Specifies how many earlier contents of one source are kept: the first, and the newest ones.</summary>
    public const int MostEarlier = 20;

    // An item with more versions than this is a page reused for many articles.
    private const int MostMembers = 200;

    private ArchiveState state = before;
    private bool isChanged;

    /// <summary>Gets the archive's state after the changes made here; null when nothing was changed.</summary>
    public ArchiveState? Changed => isChanged ? state : null;

    /// <summary>Gets the number of the newest change.</summary>
    public long LastChange => state.LastChange;

    /// <summary>Records that something other than an article is written.</summary>
    public void Touch() => isChanged = true;

    /// <summary>Counts a change and returns its number.</summary>
    public long NextChange()
    {
        Touch();
        state = state with { LastChange = state.LastChange + 1 };
        return state.LastChange;
    }

    /// <summary>Counts a change that adds an article, and returns the article's id.</summary>
    public long NextId()
    {
        NextChange();
        state = state with { LastId = state.LastId + 1 };
        return state.LastId;
    }

    /// <summary>Writes an article's standing into its document, which the caller stores.</summary>
    /// <param name="document">The document.</param>
    /// <param name="article">The article; its text is not needed.</param>
    /// <param name="standing">The standing.</param>
    /// <param name="before">The document as stored; null: it is not stored yet.</param>
    public void Place(BsonDocument document, Article article, ArticleStanding standing, BsonDocument? before)
    {
        var stage = standing.StageAt(article, now);
        var turn = standing.NextTurn(article, now);
        Count(before is null ? null : StateFields.StageOf(before), stage);
        var wasHeld = before is not null && before["held"].IsBoolean;
        var isHeld = stage is ArticleStage.Embargoed or ArticleStage.Killed || turn is not null;
        StateFields.Write(document, standing, stage);
        if (isHeld)
        {
            document["held"] = true;
            archive.Held.Upsert(
                new BsonDocument { ["_id"] = document["_id"], ["turn"] = turn is { } time ? time.ToUnixTimeMilliseconds() : BsonValue.Null }
            );
        }
        else if (wasHeld)
        {
            document.Remove("held");
            archive.Held.Delete(document["_id"]);
        }

        if (stage == ArticleStage.Superseded)
            archive.Superseded.Upsert(new BsonDocument { ["_id"] = document["_id"] });
        else if (before is not null && StateFields.StageOf(before) == ArticleStage.Superseded)
            archive.Superseded.Delete(document["_id"]);

        if (turn is { } next)
            state = state with { NextTurn = Math.Min(state.NextTurn, next.ToUnixTimeMilliseconds()) };
    }

    /// <summary>Removes an article from all collections.</summary>
    public void Remove(long id)
    {
        var document = archive.Articles.FindById(id);
        Count(StateFields.StageOf(document), null);
        NameTable.Remove(archive, new NamedArticle(id, ArticleDocument.Read(document, "").Article, StateFields.EarlierOf(document)));
        archive.Held.Delete(id);
        archive.Superseded.Delete(id);
        TextParts.Delete(document, archive.Parts);
        archive.Articles.Delete(id);
        archive.Removals.Insert(new BsonDocument { ["_id"] = id, ["change"] = NextChange() });
    }

    /// <summary>Returns the documents of the earlier contents of a source.</summary>
    public IEnumerable<BsonDocument> EarlierOf(string source) =>
        NameTable
            .OwnersOf(archive, source)
            .Select(id => archive.Articles.FindById(id))
            .OfType<BsonDocument>()
            .Where(document => StateFields.EarlierOf(document) == source);

    /// <summary>Decides again on the items of the written articles, where there is something to decide.</summary>
    public void Relate(IReadOnlyList<NamedArticle> written)
    {
        var relatives = NameTable.Relatives(archive, written);
        var named = ArticleQueries.Known(
            archive,
            written.SelectMany(one => NameTable.SourcesNamedBy(one.Article)).Distinct(StringComparer.Ordinal)
        );
        var hasRulings = archive.Rulings.Query().Limit(1).Exists();
        Decide([
            .. written
                .Where(one =>
                    relatives.ContainsKey(one.Id)
                    || one.Article.State == ArticleState.Killed
                    || NameTable.SourcesNamedBy(one.Article).Any(named.ContainsKey)
                    || (hasRulings && RulingsOf([one.EarlierOf ?? one.Article.Source]).Any())
                )
                .Select(one => one.Id),
        ]);
    }

    /// <summary>Decides which versions answer, for the items of these articles.</summary>
    public void Decide(IReadOnlyList<long> ids)
    {
        var done = new HashSet<long>();
        foreach (var id in ids.Where(id => !done.Contains(id)))
        {
            var members = Closure(id);
            done.UnionWith(members.Select(member => member.Id));
            var standings = Lineage.Decide(members, RulingsOf(members.Select(member => member.Base)).LastOrDefault(), now);
            foreach (var member in members)
                Move(member, standings[member.Id]);
        }
    }

    /// <summary>Returns all versions of an article's item; none when the article is not there.</summary>
    public List<LineageMember> Closure(long id)
    {
        var members = new List<LineageMember>();
        if (Member(id) is not { } first)
            return members;
        var seen = new HashSet<long> { id };
        members.Add(first);
        for (var at = 0; at < members.Count && members.Count < MostMembers; at++)
        {
            var member = members[at];
            var named = new NamedArticle(member.Id, member.Article, member.EarlierOf);
            var candidates = NameTable.Relatives(archive, [named]).GetValueOrDefault(member.Id, []);
            candidates.UnionWith(
                ArticleQueries.Known(archive, NameTable.SourcesNamedBy(member.Article).Append(member.Base)).Values.Select(known => known.Id)
            );
            foreach (var candidate in candidates.Where(seen.Add))
            {
                if (Member(candidate) is { } other && ItemNames.AreOfOneItem(member, other))
                    members.Add(other);
            }
        }

        return members;
    }

    /// <summary>Returns the rulings of staff on these sources, oldest first.</summary>
    public IEnumerable<Ruling> RulingsOf(IEnumerable<string> sources)
    {
        var wanted = sources.ToHashSet(StringComparer.Ordinal);
        return archive
            .Rulings.Query()
            .Where(BsonExpression.Create("$.key IN @0", new BsonArray(wanted.Select(source => new BsonValue(ItemNames.Hash(source))))))
            .ToList()
            .OrderBy(document => document["_id"].AsInt32)
            .Where(document => wanted.Contains(document["source"].AsString))
            .Select(document => new Ruling(
                document["source"].AsString,
                document["kills"].AsBoolean,
                DateTimeOffset.FromUnixTimeMilliseconds(document["at"].AsInt64),
                document["by"].AsString,
                document["reason"].IsString ? document["reason"].AsString : null,
                document["change"].AsInt64
            )
            {
                Releases = document["releases"].AsBoolean,
            });
    }

    /// <summary>Stores a ruling of staff.</summary>
    public void Keep(Ruling ruling)
    {
        Touch();
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
                ["change"] = state.LastChange,
            }
        );
    }

    /// <summary>Lists the superseded articles of an archive that did not list them yet.</summary>
    public void ListSuperseded()
    {
        Touch();
        archive.Superseded.Insert(
            archive
                .Articles.Query()
                .Where(BsonExpression.Create("$.stage = @0", (int)ArticleStage.Superseded))
                .Select("{ _id: $._id }")
                .ToList()
        );
    }

    /// <summary>Records a change for each article whose time has come, so that followers of the changes see it.</summary>
    public void Turn()
    {
        Touch();
        foreach (
            var held in archive
                .Held.Query()
                .Where(BsonExpression.Create("$.turn <= @0", now.ToUnixTimeMilliseconds()))
                .ToList()
                .Where(held => held["turn"].IsInt64)
        )
        {
            if (Member(held["_id"].AsInt64) is { } member)
                Move(member, member.Standing, isDue: true);
        }

        var next = archive
            .Held.Query()
            .Where(BsonExpression.Create("$.turn > @0", now.ToUnixTimeMilliseconds()))
            .OrderBy("$.turn")
            .Limit(1)
            .FirstOrDefault();
        state = state with { NextTurn = next?["turn"].AsInt64 ?? long.MaxValue };
    }

    private LineageMember? Member(long id) => archive.Articles.FindById(id) is { } document ? MemberOf(document) : null;

    private static LineageMember MemberOf(BsonDocument document)
    {
        var stored = ArticleDocument.Read(document, "");
        return new LineageMember(
            stored.Id,
            stored.Article,
            StateFields.EarlierOf(document),
            StateFields.ArrivedOf(document),
            stored.Standing
        );
    }

    private void Move(LineageMember member, ArticleStanding standing, bool isDue = false)
    {
        var document = archive.Articles.FindById(member.Id);
        if (!isDue && standing == member.Standing && StateFields.StageOf(document) == standing.StageAt(member.Article, now))
            return;
        var before = (StateFields.StageOf(document), StateFields.ShownOf(document));
        document["arrived"] = member.Arrived;
        document["change"] = NextChange();
        Place(document, member.Article, standing, new BsonDocument { ["stage"] = document["stage"], ["held"] = document["held"] });
        StateFields.WriteShown(document, before);
        archive.Articles.Update(document);
    }

    private void Count(ArticleStage? from, ArticleStage? to) =>
        state = state with { Count = state.Count - (from == ArticleStage.Current ? 1 : 0) + (to == ArticleStage.Current ? 1 : 0) };
}
