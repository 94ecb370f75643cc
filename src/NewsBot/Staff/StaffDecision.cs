using NewsBot.Archive;
using NewsBot.Archive.Store;

namespace NewsBot.Staff;

/// <summary>Withdraws and restores articles for staff, through every channel. The archive records who decided what, when and why.</summary>
internal static class StaffDecision
{
    /// <summary>Applies a decision to an item with all its versions.</summary>
    /// <param name="archive">Contains the item.</param>
    /// <param name="source">The source of one of its versions.</param>
    /// <param name="kills">True: withdraws; false: restores, or releases what is held.</param>
    /// <param name="by">Who decided.</param>
    /// <param name="reason">Why; white space alone counts as none.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>False: the archive has no article with this source, and nothing changed.</returns>
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
        // A mistyped name must not look like a withdrawn article.
        if (await archive.StageOfAsync(source, cancellationToken) is null)
            return false;
        return await archive.RuleAsync(
            new Ruling(source, kills, now, by, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim()),
            cancellationToken
        );
    }
}
