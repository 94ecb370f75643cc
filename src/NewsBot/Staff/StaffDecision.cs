using NewsBot.Archive;
using NewsBot.Archive.Store;

namespace NewsBot.Staff;

/// <summary>
/// Withdraws and restores reports for staff, wherever they ask for it. Who decided what, when and why stays in the archive.
/// </summary>
internal static class StaffDecision
{
    /// <summary>Lets a decision take effect on an item with all its versions.</summary>
    /// <param name="archive">Where it is.</param>
    /// <param name="source">The source of one of its versions.</param>
    /// <param name="kills">True: withdraws; false: restores, or releases what is held.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="reason">Why; white space alone counts as none.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False: the archive has no article of this source, and nothing was done.</returns>
    public static async Task<bool> DecideAsync(
        ArticleArchive archive,
        string source,
        bool kills,
        string by,
        string? reason,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        // A name that was mistyped must not look like a report that is withdrawn.
        if (await archive.StageOfAsync(source, cancellationToken) is null)
            return false;
        return await archive.RuleAsync(
            new Ruling(source, kills, now, by, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()),
            cancellationToken
        );
    }
}
