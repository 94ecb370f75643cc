using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Posts due digests, once for each subscription and day: see <see cref="SubscriptionDelivery"/>. Thread-safe.</summary>
/// <remarks>
/// A digest covers what readers came to see since the last post that was delivered, so that a post that is missed or fails loses nothing.
/// </remarks>
/// <param name="store">The subscriptions and what is due.</param>
/// <param name="channels">The channels to post to.</param>
/// <param name="news">What digests tell.</param>
/// <param name="time">The clock.</param>
/// <param name="options">The timing of deliveries.</param>
/// <param name="desks">The desk of each conversation at the time of the post, which limits what it may see; null for no limits.</param>
public sealed class DigestDelivery(
    SubscriptionStore store,
    IReadOnlyList<IDigestChannel> channels,
    IDigestNews news,
    TimeProvider time,
    DeliveryOptions options,
    Func<DeskList>? desks = null
)
{
    private readonly SubscriptionDelivery delivery = new(
        store,
        channels,
        new DigestPostWriter(store, news, time, desks ?? (() => DeskList.None)),
        time,
        options
    );

    /// <summary>
    /// Delivers everything due now and returns what happened. Called every minute or so; a call makes up for any that were missed.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was not delivered stays due.</exception>
    public Task<IReadOnlyList<DeliveryNote>> RunDueAsync(CancellationToken cancellationToken) => delivery.RunDueAsync(cancellationToken);
}
