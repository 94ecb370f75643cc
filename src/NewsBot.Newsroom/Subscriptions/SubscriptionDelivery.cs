using System.Collections.Concurrent;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Posts what is due, each post once, across restarts, clock changes and several hosts. Thread-safe.</summary>
/// <remarks>
/// Each attempt is recorded before it begins. When a host dies during one, the post may or may not have arrived. The channel may then
/// resolve it, by key (a nonce that it does not post twice) or by the id of the message. Where it can do neither, it is posted
/// again at most once, and every such case is reported in the notes.
/// </remarks>
/// <param name="store">The subscriptions and what is due.</param>
/// <param name="channels">The channels to post to.</param>
/// <param name="writer">Writes the posts.</param>
/// <param name="time">The clock.</param>
/// <param name="options">The timing of deliveries.</param>
internal sealed class SubscriptionDelivery(
    SubscriptionStore store,
    IReadOnlyList<IDigestChannel> channels,
    IPostWriter writer,
    TimeProvider time,
    DeliveryOptions options
)
{
    private const int ClaimAtOnce = 32;

    /// <summary>The most times that a post of unknown fate is posted again.</summary>
    private const int MostReposts = 1;

    private readonly Dictionary<string, IDigestChannel> byName = channels.ToDictionary(channel => channel.Name, StringComparer.Ordinal);
    private readonly ClockWatch clock = new(time);

    /// <summary>
    /// Delivers everything due now and returns what happened. Called every minute or so; a call makes up for any that were missed.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was not delivered stays due.</exception>
    public async Task<IReadOnlyList<DeliveryNote>> RunDueAsync(CancellationToken cancellationToken)
    {
        // The time since an attempt is now unknown, so no channel may rely on remembering it.
        if (clock.WasSetBack())
            await store.ForgetWhenTriedAsync(cancellationToken).ConfigureAwait(false);
        var notes = new ConcurrentQueue<DeliveryNote>(
            await new AcceptedPosts(store, byName, writer, time).RunAsync(cancellationToken).ConfigureAwait(false)
        );
        await writer.BeginAsync(cancellationToken).ConfigureAwait(false);
        while (
            await store.ClaimAsync(writer.Kind, time.GetUtcNow(), options.Lease, ClaimAtOnce, cancellationToken).ConfigureAwait(false)
                is { Count: > 0 } claimed
        )
        {
            var degree = new ParallelOptions { MaxDegreeOfParallelism = options.MaxParallel, CancellationToken = cancellationToken };
            await Parallel
                .ForEachAsync(
                    claimed,
                    degree,
                    async (delivery, token) =>
                    {
                        if (await DeliverAsync(delivery, token).ConfigureAwait(false) is { } note)
                            notes.Enqueue(note);
                    }
                )
                .ConfigureAwait(false);
        }

        return [.. notes];
    }

    /// <summary>Delivers one post; returns null when there was nothing to post.</summary>
    private async Task<DeliveryNote?> DeliverAsync(DueDelivery delivery, CancellationToken cancellationToken)
    {
        var late = time.GetUtcNow() - delivery.Due.At;
        if (late > options.GiveUpAfter && writer.GivesUp(delivery))
            return await GiveUpAsync(delivery, $"it was due more than {options.GiveUpAfterText} ago", cancellationToken)
                .ConfigureAwait(false);
        if (!byName.TryGetValue(delivery.Subscription.Channel, out var channel))
            return await TryAgainAsync(
                    delivery,
                    PostResult.NotPosted($"{delivery.Subscription.Channel} is not set up"),
                    false,
                    cancellationToken
                )
                .ConfigureAwait(false);

        if (writer.Obstacle(delivery) is { } obstacle)
            return obstacle.Fate == DeliveryFate.Refused
                ? await FailAsync(delivery, obstacle.Reason, cancellationToken).ConfigureAwait(false)
                : await TryAgainAsync(delivery, obstacle, false, cancellationToken).ConfigureAwait(false);

        var isRepost = false;
        if (delivery.IsUncertain)
        {
            if (
                delivery.Receipt is { } receipt
                && await channel.WasPostedAsync(delivery.Subscription.Conversation, receipt, cancellationToken).ConfigureAwait(false)
                    is { } isThere
            )
            {
                if (isThere)
                    return await SettleAsync(delivery, Posted(late), delivery.Reposts > 0, "", cancellationToken, delivery.Attempt)
                        .ConfigureAwait(false);
                // This message is not there; if two were sent, the other one may be.
                isRepost = delivery.Reposts > 0;
            }
            else
            {
                isRepost = !Knows(channel, delivery);
            }

            if (isRepost && delivery.Reposts >= MostReposts)
                return await GiveUpAsync(delivery, "two attempts ended without a reply", cancellationToken).ConfigureAwait(false);
        }

        ChannelPost post;
        DigestAttempt attempt;
        try
        {
            if (
                await writer.WriteAsync(delivery, late > options.LateAfter, cancellationToken).ConfigureAwait(false)
                is not var (written, record)
            )
                return null;
            (post, attempt) = (written, record);
        }
#pragma warning disable CA1031 // At the edge: one post that cannot be written must not hold up the others.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return await TryAgainAsync(delivery, PostResult.NotPosted("it could not be written"), false, cancellationToken)
                .ConfigureAwait(false) with
            {
                Failure = failure,
            };
        }

        if (
            !await store
                .BeginTryAsync(delivery, attempt, isRepost, time.GetUtcNow(), options.Lease, cancellationToken)
                .ConfigureAwait(false)
        )
            return Note(delivery, null, false, "another host has taken over");
        var (result, defect) = await PostAsync(channel, post, cancellationToken).ConfigureAwait(false);
        var note = result.Fate switch
        {
            DeliveryFate.Delivered or DeliveryFate.Accepted => await SettleAsync(
                    delivery,
                    Posted(late),
                    isRepost || delivery.Reposts > 0,
                    isRepost ? DeliveryNote.PostedAgain : "",
                    cancellationToken,
                    attempt,
                    result.Fate == DeliveryFate.Accepted ? result.Receipt : null
                )
                .ConfigureAwait(false),
            DeliveryFate.Refused => await FailAsync(delivery, result.Reason, cancellationToken).ConfigureAwait(false),
            _ => await TryAgainAsync(delivery, result, isRepost, cancellationToken).ConfigureAwait(false),
        };
        return note with { Failure = defect };
    }

    /// <summary>Determines whether the channel still remembers the key of the first attempt and so posts nothing more under it.</summary>
    private bool Knows(IDigestChannel channel, DueDelivery delivery)
    {
        var elapsed = time.GetUtcNow() - delivery.TriedAt;
        return channel.DeduplicatesFor == TimeSpan.MaxValue || (elapsed >= TimeSpan.Zero && elapsed <= channel.DeduplicatesFor);
    }

    private static async Task<(PostResult Result, Exception? Defect)> PostAsync(
        IDigestChannel channel,
        ChannelPost post,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return (await channel.PostAsync(post, cancellationToken).ConfigureAwait(false), null);
        }
#pragma warning disable CA1031 // At the edge: a defect of one channel, or with one post, must not hold up the others.
        catch (Exception defect) when (defect is not OperationCanceledException)
#pragma warning restore CA1031
        {
            return (PostResult.Unknown("posting it failed"), defect);
        }
    }

    private async Task<DeliveryNote> TryAgainAsync(
        DueDelivery delivery,
        PostResult result,
        bool isRepost,
        CancellationToken cancellationToken
    )
    {
        var at = time.GetUtcNow() + options.RetryAfter(delivery.Tries, result.RetryAfter);
        if (at - delivery.Due.At > options.GiveUpAfter && result.Fate == DeliveryFate.NotDelivered)
            return await FailAsync(delivery, result.Reason, cancellationToken).ConfigureAwait(false);
        // Rejection of this attempt proves nothing about an earlier one.
        var isUncertain = delivery.IsUncertain || result.Fate == DeliveryFate.Unknown;
        await store
            .RetryAsync(delivery, isUncertain, isRepost && result.Fate == DeliveryFate.NotDelivered, result.Receipt, at, cancellationToken)
            .ConfigureAwait(false);
        return Note(delivery, null, isRepost, result.Reason);
    }

    private Task<DeliveryNote> GiveUpAsync(DueDelivery delivery, string reason, CancellationToken cancellationToken) =>
        delivery.IsUncertain
            ? SettleAsync(delivery, DeliveryOutcome.Unknown, delivery.Reposts > 0, reason, cancellationToken, delivery.Attempt)
        : delivery.Tries > 0 ? FailAsync(delivery, reason, cancellationToken)
        : SettleAsync(delivery, DeliveryOutcome.Missed, false, reason, cancellationToken);

    private async Task<DeliveryNote> FailAsync(DueDelivery delivery, string reason, CancellationToken cancellationToken)
    {
        var note = await SettleAsync(
                delivery,
                delivery.IsUncertain ? DeliveryOutcome.Unknown : DeliveryOutcome.Failed,
                delivery.Reposts > 0,
                reason,
                cancellationToken,
                delivery.Attempt
            )
            .ConfigureAwait(false);
        if (note.Outcome is not null && byName.TryGetValue(delivery.Subscription.Channel, out var channel))
            await channel
                .ReportAsync(
                    delivery.Subscription.Conversation,
                    $"{await writer.NameAsync(note, cancellationToken).ConfigureAwait(false)} could not be posted: {reason}.",
                    cancellationToken
                )
                .ConfigureAwait(false);
        return note;
    }

    private async Task<DeliveryNote> SettleAsync(
        DueDelivery delivery,
        DeliveryOutcome outcome,
        bool isRepost,
        string reason,
        CancellationToken cancellationToken,
        DigestAttempt? attempt = null,
        string? accepted = null
    )
    {
        var note = Note(delivery, outcome, isRepost, reason);
        return await store
            .SettleAsync(
                delivery,
                note,
                attempt,
                writer.Next(delivery, outcome),
                accepted,
                db => writer.Settled(db, delivery, note, attempt),
                cancellationToken
            )
            .ConfigureAwait(false)
            ? note
            : note with
            {
                Outcome = null,
                Reason = "another host has taken over",
            };
    }

    private DeliveryOutcome Posted(TimeSpan late) => late > options.LateAfter ? DeliveryOutcome.PostedLate : DeliveryOutcome.Posted;

    private DeliveryNote Note(DueDelivery delivery, DeliveryOutcome? outcome, bool isRepost, string reason) =>
        new(delivery.Subscription.Id, delivery.Due.Day, outcome, isRepost, time.GetUtcNow(), reason);
}
