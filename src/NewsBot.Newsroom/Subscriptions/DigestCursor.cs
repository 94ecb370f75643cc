using System.Text.Json;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents how far a subscription's posts have come: where its next window begins. Immutable.</summary>
/// <param name="Change">The number of the last change of the archive that a post covered.</param>
/// <param name="History">The archive's name for all that led to it; null when it had none.</param>
/// <param name="At">The time at which that post was written (UTC).</param>
/// <param name="TakesPublished">
/// Whether no post has covered anything yet: the first one also covers what was in the archive and published since <paramref name="At"/>.
/// </param>
internal sealed record DigestCursor(long Change, string? History, DateTimeOffset At, bool TakesPublished = false)
{
    /// <summary>
    /// Determines whether the cursor is of another archive, or of one of which an older copy has been put in its place: its numbers mean
    /// nothing there.
    /// </summary>
    /// <param name="newest">The archive's newest point.</param>
    /// <param name="historyOf">Returns the archive's name for all that led to a change; null when it has none any more.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    public async Task<bool> IsOfAnotherAsync(
        ArchivePoint newest,
        Func<long, CancellationToken, Task<string?>> historyOf,
        CancellationToken cancellationToken
    ) =>
        Change > newest.Change
        || (History is { } name && await historyOf(Change, cancellationToken).ConfigureAwait(false) is { } history && history != name);

    /// <summary>Returns the text that is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, SubscriptionJson.Default.DigestCursor);

    /// <summary>Reads a stored text; returns null for a damaged one.</summary>
    public static DigestCursor? Read(string? stored) => SubscriptionJson.Read(stored, SubscriptionJson.Default.DigestCursor);
}
