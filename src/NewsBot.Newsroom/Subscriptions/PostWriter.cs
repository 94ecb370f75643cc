using System.Collections.Concurrent;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Writes the digests of deliveries that are due at the same time. Those that cover the same are written once. Thread-safe.
/// </summary>
/// <param name="store">What was told before.</param>
/// <param name="news">What there is to tell.</param>
/// <param name="now">The time at which the windows end (UTC).</param>
/// <param name="desks">The desk of each conversation.</param>
internal sealed class PostWriter(SubscriptionStore store, IDigestNews news, DateTimeOffset now, DeskList desks)
{
    private readonly ConcurrentDictionary<DigestRequest, Task<Digest>> written = new();
    private Task<ArchivePoint>? point;

    /// <summary>Returns the point in the archive's order of changes at which the windows end.</summary>
    public Task<ArchivePoint> PointAsync(CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref point, () => news.PointAsync(cancellationToken));

    /// <summary>Returns a digest of what readers came to see since the subscription's last post, and the record of it.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="from">Where its window begins.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public async Task<(Digest Digest, DigestAttempt Attempt)> WriteAsync(
        DueDelivery delivery,
        DigestCursor from,
        CancellationToken cancellationToken
    )
    {
        var newest = await PointAsync(cancellationToken).ConfigureAwait(false);
        // An attempt that may have arrived fixes where the window ends: what is later belongs to the next post.
        var mayHaveArrived = delivery.IsUncertain ? delivery.Attempt : null;
        var upTo = mayHaveArrived?.UpTo ?? new DigestCursor(newest.Change, newest.History, now);
        var desk = desks.Of(delivery.Subscription.Reader);
        var request = new DigestRequest
        {
            Window = await WindowAsync(delivery, from, upTo, newest, cancellationToken).ConfigureAwait(false),
            Topic = delivery.Subscription.Schedule.Topic,
            Desk = desk,
        };
        var digest = await written.GetOrAdd(request, wanted => news.WriteAsync(wanted, cancellationToken)).ConfigureAwait(false);
        var told = await store.ToldAsync(delivery.Subscription.Id, now - CitedPosts.KeptFor, cancellationToken).ConfigureAwait(false);
        digest = digest with
        {
            Corrected = await news.CorrectionsAsync(request.Window, told, desk, cancellationToken).ConfigureAwait(false),
        };
        var withdrawn = digest.Corrected.Where(correction => correction.IsWithdrawn).Select(correction => correction.Source);
        return (
            digest,
            new DigestAttempt(
                upTo,
                [.. digest.Sources.Union(mayHaveArrived?.Told ?? [], StringComparer.Ordinal)],
                // Only what each of the attempts says has surely been read.
                [.. mayHaveArrived is null ? withdrawn : withdrawn.Intersect(mayHaveArrived.Withdrawn, StringComparer.Ordinal)]
            )
        );
    }

    private async Task<DigestWindow> WindowAsync(
        DueDelivery delivery,
        DigestCursor from,
        DigestCursor upTo,
        ArchivePoint newest,
        CancellationToken cancellationToken
    )
    {
        var isOfAnother = await from.IsOfAnotherAsync(newest, news.HistoryAsync, cancellationToken).ConfigureAwait(false);
        return new DigestWindow
        {
            After = isOfAnother ? newest.Change : from.Change,
            UpTo = isOfAnother ? newest.Change : upTo.Change,
            From = from.At < upTo.At ? from.At : upTo.At,
            To = upTo.At,
            Zone = delivery.Subscription.Schedule.Zone,
            TakesPublished = isOfAnother || from.TakesPublished,
        };
    }
}
