using NewsBot.Archive.Articles;
using NewsBot.Archive.Lineages;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Writing;

/// <summary>
/// Keeps, within a transaction, the place of each article among the versions of its item: stages, counts, and the next turn of the clock.
/// </summary>
internal sealed class ArticlePlaces(IArticleTables tables, ArchiveState before, DateTimeOffset now)
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

    /// <summary>Returns an article with its standing, its stage and its next turn, and counts it; the caller stores it.</summary>
    /// <param name="row">The article; its text is not needed.</param>
    /// <param name="standing">The standing.</param>
    /// <param name="before">The stage as counted; null: it is not counted yet.</param>
    public ArticleRow Place(ArticleRow row, ArticleStanding standing, ArticleStage? before)
    {
        var stage = standing.StageAt(row.Article, now);
        var turn = standing.NextTurn(row.Article, now)?.ToUnixTimeMilliseconds();
        Count(before, stage);
        if (turn is { } next)
            state = state with { NextTurn = Math.Min(state.NextTurn, next) };
        return row with { Standing = standing, Stage = stage, Turn = turn };
    }

    /// <summary>
    /// Returns an article, with its new stage, with the change since which readers see its content: an earlier one if they saw it before
    /// this change, too.
    /// </summary>
    public static ArticleRow WithShown(ArticleRow row, ArticleRow before) =>
        row with
        {
            Shown = before.Stage == ArticleStage.Current && row.Stage == ArticleStage.Current ? before.Shown : row.Change,
        };

    /// <summary>Removes an article from all tables.</summary>
    public void Remove(long id)
    {
        var row = tables.Find(id)!;
        Count(row.Stage, null);
        NameTable.Remove(tables, new NamedArticle(id, row.Article, row.EarlierOf));
        tables.Delete(id, NextChange());
    }

    /// <summary>Returns the earlier contents of a source, without their texts.</summary>
    public IEnumerable<ArticleRow> EarlierOf(string source) =>
        NameTable.OwnersOf(tables, source).Select(tables.Find).OfType<ArticleRow>().Where(row => row.EarlierOf == source);

    /// <summary>Returns the versions of the item that a source belongs to, oldest first, and the rulings of staff on them.</summary>
    public (IReadOnlyList<LineageMember> Versions, IReadOnlyList<Ruling> Rulings) Item(string source)
    {
        var members = tables.Find(source) is { } row ? Lineage.Order(Closure(row.Id)) : [];
        return (members, RulingsOf(members.Select(member => member.Base).Append(source)));
    }

    /// <summary>Decides again on the items of the written articles, where there is something to decide.</summary>
    public void Relate(IReadOnlyList<NamedArticle> written)
    {
        var relatives = NameTable.Relatives(tables, written);
        var named = tables.Known(written.SelectMany(one => NameTable.SourcesNamedBy(one.Article)).Distinct(StringComparer.Ordinal));
        var hasRulings = tables.HasRulings();
        Decide([
            .. written
                .Where(one =>
                    relatives.ContainsKey(one.Id)
                    || one.Article.State == ArticleState.Killed
                    || NameTable.SourcesNamedBy(one.Article).Any(named.ContainsKey)
                    || (hasRulings && RulingsOf([one.EarlierOf ?? one.Article.Source]).Count > 0)
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
            var ruling = RulingsOf(members.Select(member => member.Base)) is [.., var newest] ? newest : null;
            var standings = Lineage.Decide(members, ruling, now);
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
            var candidates = NameTable.Relatives(tables, [named]).GetValueOrDefault(member.Id, []);
            candidates.UnionWith(
                tables.Known(NameTable.SourcesNamedBy(member.Article).Append(member.Base)).Values.Select(known => known.Id)
            );
            foreach (var candidate in candidates.Where(seen.Add))
            {
                if (Member(candidate) is { } other && ItemNames.AreOfOneItem(member, other))
                    members.Add(other);
            }
        }

        return members;
    }

    /// <summary>Stores a ruling of staff.</summary>
    public void Keep(Ruling ruling)
    {
        Touch();
        tables.Keep(ruling with { Change = state.LastChange });
    }

    /// <summary>Records a change for each article whose time has come, so that followers of the changes see it.</summary>
    public void Turn()
    {
        Touch();
        var time = now.ToUnixTimeMilliseconds();
        foreach (var row in tables.Due(time))
            Move(row.ToMember(), row.Standing, isDue: true);
        state = state with { NextTurn = tables.NextTurn(time) ?? long.MaxValue };
    }

    private IReadOnlyList<Ruling> RulingsOf(IEnumerable<string> sources) => tables.Rulings(sources.ToHashSet(StringComparer.Ordinal));

    private LineageMember? Member(long id) => tables.Find(id)?.ToMember();

    private void Move(LineageMember member, ArticleStanding standing, bool isDue = false)
    {
        var row = tables.Find(member.Id)!;
        if (!isDue && standing == member.Standing && row.Stage == standing.StageAt(member.Article, now))
            return;
        tables.Move(WithShown(Place(row with { Change = NextChange(), Arrived = member.Arrived }, standing, row.Stage), row));
    }

    private void Count(ArticleStage? from, ArticleStage? to) =>
        state = state with { Count = state.Count - (from == ArticleStage.Current ? 1 : 0) + (to == ArticleStage.Current ? 1 : 0) };
}
