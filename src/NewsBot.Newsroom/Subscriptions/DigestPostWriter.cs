using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Writes the posts of subscriptions to digests. Thread-safe.</summary>
/// <param name="store">The subscriptions, and what was told before.</param>
/// <param name="news">What there is to tell.</param>
/// <param name="time">The clock.</param>
/// <param name="desks">Returns the desk of each conversation at the time of the post.</param>
internal sealed class DigestPostWriter(SubscriptionStore store, IDigestNews news, TimeProvider time, Func<DeskList> desks) : IPostWriter
{
    private const string DamagedCursor = "the record of what it has covered is damaged; stop this digest and subscribe to it again";

    // Of one run: digests that cover the same are written once.
    private PostWriter writer = new(store, news, time.GetUtcNow(), desks());

    public SubscriptionKind Kind => SubscriptionKind.Digest;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        writer = new PostWriter(store, news, time.GetUtcNow(), desks());
        if (await store.LacksCursorsAsync(cancellationToken).ConfigureAwait(false))
            await store
                .AddCursorsAsync(await writer.PointAsync(cancellationToken).ConfigureAwait(false), cancellationToken)
                .ConfigureAwait(false);
    }

    public PostResult? Obstacle(DueDelivery delivery) =>
        delivery.Waits ? PostResult.NotPosted("the digest before it is still on its way")
        : delivery.Cursor is null ? PostResult.Refused(DamagedCursor)
        : null;

    public async Task<(ChannelPost Post, DigestAttempt Attempt)?> WriteAsync(
        DueDelivery delivery,
        bool isLate,
        CancellationToken cancellationToken
    )
    {
        var (digest, attempt) = await writer.WriteAsync(delivery, delivery.Cursor!, cancellationToken).ConfigureAwait(false);
        await store
            .ShowAsync(delivery.Subscription.Channel, delivery.Subscription.Conversation, digest, cancellationToken)
            .ConfigureAwait(false);
        var post = new DigestPost
        {
            Key = ChannelPost.KeyOf(delivery),
            Conversation = delivery.Subscription.Conversation,
            Digest = digest,
            DueAt = delivery.Due.At,
            IsLate = isLate,
        };
        return (post, attempt);
    }

    public bool GivesUp(DueDelivery delivery) => true;

    public DueTime Next(DueDelivery delivery, DeliveryOutcome outcome) =>
        DueTimes.AfterDay(delivery.Subscription.Schedule, delivery.Due.Day);

    public Task<string> NameAsync(DeliveryNote note, CancellationToken cancellationToken) =>
        Task.FromResult($"The digest of {DigestText.DayOf(note.Day)}");

    // What digests have told is in the record of the delivery.
    public void Settled(StateConnection db, DueDelivery delivery, DeliveryNote note, DigestAttempt? attempt) { }

    public void Closed(StateConnection db, DeliveryNote note) { }
}
