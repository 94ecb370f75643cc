using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

namespace NewsBot.Archive.Lineages;

/// <summary>
/// Decides which version of an item answers. A pure function: the same versions get the same standing in whatever order they arrive,
/// except versions that neither a number nor a time distinguishes; of these the last to arrive is the newest.
/// </summary>
internal static class Lineage
{
    /// <summary>Returns the versions, oldest first.</summary>
    public static List<LineageMember> Order(IReadOnlyList<LineageMember> members)
    {
        // Where the wire numbers its updates, the article itself has no number.
        var isCounted = members.Any(member => member.Article is { IsStateReadFromText: true, Version: not null });
        int? VersionOf(Article article) =>
            article.State == ArticleState.Killed
                ? int.MaxValue
                : article.Version ?? (isCounted && article.State == ArticleState.Published ? 1 : null);
        var byVersion = members.All(member => VersionOf(member.Article) is not null);
        var byTime = members.All(member => member.Article.Published is not null);
        var ordered = members
            .OrderBy(member => byVersion ? VersionOf(member.Article) : 0)
            .ThenBy(member => byTime ? member.Article.Published!.Value : default)
            .ThenBy(member => member.Article.State)
            .ThenBy(member => member.Arrived)
            .ToList();
        if (byVersion)
            return ordered;

        // A version that says it replaces another is newer, whatever the dates say: one of them may be a day without a time.
        foreach (var replacing in ordered.Where(member => member.Article.Replaces is not null).ToList())
        {
            var replaced = ordered.FindLastIndex(member =>
                member != replacing && ItemNames.Names(replacing, member) && !ItemNames.Names(member, replacing)
            );
            var at = ordered.IndexOf(replacing);
            if (replaced <= at)
                continue;
            ordered.Insert(replaced + 1, replacing);
            ordered.RemoveAt(at);
        }

        return ordered;
    }

    /// <summary>Returns the standing of each version, by id.</summary>
    /// <param name="members">All versions.</param>
    /// <param name="ruling">The newest ruling of staff on the item; null: none.</param>
    /// <param name="now">The arrival time of a withdrawing item without a time of its own.</param>
    public static Dictionary<long, ArticleStanding> Decide(IReadOnlyList<LineageMember> members, Ruling? ruling, DateTimeOffset now)
    {
        var withdrawal = WithdrawalOf(members, ruling, now);
        var isRestored = ruling is { Kills: false } && withdrawal is null;
        var standings = new Dictionary<long, ArticleStanding>();
        DateTimeOffset? supersededFrom = null;
        foreach (var member in Order(members).AsEnumerable().Reverse())
        {
            var isKill = member.Article.State == ArticleState.Killed;
            var standing = new ArticleStanding
            {
                SupersededFrom = isKill ? null : supersededFrom,
                Withdrawal = withdrawal is not null && (isKill || !IsNewReport(member, withdrawal)) ? withdrawal : null,
                // If only its own newest content killed it, there is nothing else to show.
                IsReleased =
                    isRestored
                    && ruling!.Change >= member.Arrived
                    && (isKill ? members.All(other => other.Article.State == ArticleState.Killed) : ruling.Releases),
            };
            standings[member.Id] = standing;
            if (isKill || standing.Withdrawal is not null)
                continue;
            var visible = standing.VisibleFrom(member.Article);
            supersededFrom = supersededFrom < visible ? supersededFrom : visible;
        }

        return standings;
    }

    // A kill stays even when the item that brought it is removed: only staff, or a version with a higher number, bring an article back.
    private static Withdrawal? WithdrawalOf(IReadOnlyList<LineageMember> members, Ruling? ruling, DateTimeOffset now)
    {
        if (ruling is { Kills: true })
            return new Withdrawal(ruling.At, ruling.Reason, ruling.By, int.MaxValue, ruling.Change);
        var known = members.Select(member => member.Standing.Withdrawal);
        var brought = members
            .Where(member => member.Article.State == ArticleState.Killed)
            .Select(member => new Withdrawal(TimeOf(member, now), member.Article.StateNote, null, member.Article.Version, member.Arrived));
        return known
            .Concat(brought)
            .OfType<Withdrawal>()
            .Where(withdrawal => ruling is null || withdrawal.Change > ruling.Change)
            .OrderByDescending(withdrawal => withdrawal.Version ?? -1)
            .ThenBy(withdrawal => withdrawal.Change)
            .ThenBy(withdrawal => withdrawal.At)
            .FirstOrDefault();
    }

    private static bool IsNewReport(LineageMember member, Withdrawal withdrawal) =>
        member.Article.State != ArticleState.Killed && member.Article.Version > withdrawal.Version;

    private static DateTimeOffset TimeOf(LineageMember kill, DateTimeOffset now) =>
        kill.Article.Published is { } time && time.TimeOfDay != TimeSpan.Zero && time < now ? time : now;
}
