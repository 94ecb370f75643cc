using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivery;

/// <summary>Brings a post out of the store to where it belongs.</summary>
internal sealed class PostDelivery(
    ITeamsStore store,
    BotConnector connector,
    SendGate gate,
    TimeProvider time,
    TeamsMeter meter,
    ILogger<PostDelivery> log
)
{
    /// <summary>One that has a key is sent so often without its fate being known: the first time, and once more.</summary>
    private const int MostUncertain = 2;

    /// <summary>
    /// Sends a post, in a few tries when needed; returns when it is delivered, given up, or to be tried again much later: then the result
    /// says when.
    /// </summary>
    /// <param name="id">The post.</param>
    /// <param name="stopping">Stops waiting. A request that has begun is finished, so that its fate is known.</param>
    public async Task<DateTimeOffset?> DeliverAsync(long id, CancellationToken stopping)
    {
        var renewToken = false;
        while (await store.ReadPostAsync(id, stopping) is { } stored)
        {
            if (stored.DueAt is { } due && due - time.GetUtcNow() is var wait && wait > TimeSpan.Zero)
            {
                if (wait > RetrySchedule.LongestHold || stored.Tries >= RetrySchedule.TriesInARow)
                    return due;
                await Task.Delay(wait, time, stopping);
            }

            var renew = renewToken;
            if (stored.Seen is { } seen)
            {
                var there = await gate.SendAsync(
                    stored.Post.Conversation,
                    stored.Post.TenantId,
                    () => LookUpAsync(stored, seen, renew),
                    stopping
                );
                renewToken = there.TokenRefused;
                await SettleLookUpAsync(stored, seen, there);
                continue;
            }

            if (stored.Post.Key is not null && stored.Uncertain >= MostUncertain)
            {
                await SettleAsync(stored, new(DeliveryFate.Refused, null, "two attempts ended without a reply"));
                continue;
            }

            var result = await gate.SendAsync(stored.Post.Conversation, stored.Post.TenantId, () => TryAsync(stored, renew), stopping);
            renewToken = result.TokenRefused;
            await SettleAsync(stored, result);
        }

        return null;
    }

    /// <summary>
    /// The connector has no way to read a message, but puts one in the place of another: with the same words that changes nothing where the
    /// message is there, and is refused where it is not.
    /// </summary>
    private Task<DeliveryResult> LookUpAsync(StoredPost stored, MessageAddress seen, bool renewToken) =>
        connector.UpdateAsync(
            stored.Post.ServiceUrl,
            seen.Conversation,
            seen.Activity,
            TeamsJson.Bytes(stored.Post.ReadBody() with { Id = seen.Activity }),
            renewToken,
            CancellationToken.None
        );

    private async Task SettleLookUpAsync(StoredPost stored, MessageAddress seen, DeliveryResult there)
    {
        log.PostLookedUp(stored.Id, seen.Activity, there.Fate == DeliveryFate.Delivered ? "it is there" : there.Reason);
        switch (there.Fate)
        {
            case DeliveryFate.Delivered:
                await store.SettleAsync(stored.Id, PostSettlement.Found(seen, time.GetUtcNow()), CancellationToken.None);
                meter.Delivered.Add(1);
                break;
            case DeliveryFate.Refused:
                await store.ForgetSeenAsync(stored.Id, there.IsNotThere, CancellationToken.None);
                break;
            default:
                // Putting the same message again does no harm, so this try leaves nothing unknown.
                await SettleAsync(
                    stored,
                    there with
                    {
                        Fate = DeliveryFate.NotDelivered,
                        Reason = $"it could not be looked up: {there.Reason}",
                    }
                );
                break;
        }
    }

    private async Task<DeliveryResult> TryAsync(StoredPost stored, bool renewToken)
    {
        await store.MarkOnWireAsync(stored.Id, CancellationToken.None);
        var post = stored.Post;
        switch (post.Kind)
        {
            case PostKind.Update when post.Target is { } target:
                var updated = await connector.UpdateAsync(
                    post.ServiceUrl,
                    post.Conversation,
                    target,
                    post.Body,
                    renewToken,
                    CancellationToken.None
                );
                return updated.Fate == DeliveryFate.Delivered ? updated with { Id = target } : updated;
            case PostKind.NewThread when post.Target is { } channel:
                var bot = post.ReadBody().From?.Id;
                return await connector.BeginThreadAsync(
                    post.ServiceUrl,
                    channel,
                    post.TenantId,
                    bot,
                    post.Body,
                    renewToken,
                    CancellationToken.None
                );
            default:
                return await connector.PostAsync(
                    post.ServiceUrl,
                    post.Conversation,
                    post.Target,
                    post.Body,
                    renewToken,
                    CancellationToken.None
                );
        }
    }

    private async Task SettleAsync(StoredPost stored, DeliveryResult result)
    {
        var now = time.GetUtcNow();
        var tries = stored.Tries + 1;
        var uncertain = result.Fate == DeliveryFate.Unknown;
        if (result.Fate == DeliveryFate.Delivered)
        {
            await store.SettleAsync(stored.Id, PostSettlement.Delivered(result.Id, now, result.Seen), CancellationToken.None);
            meter.Delivered.Add(1);
        }
        else if (result.Fate == DeliveryFate.Refused && tries < RetrySchedule.MaxTries && InOtherForm(stored.Post, result) is { } other)
        {
            await store.SettleAsync(stored.Id, PostSettlement.Replaced(TeamsJson.Bytes(other), now), CancellationToken.None);
            meter.Retried.Add(1);
            log.PostReplaced(stored.Id, tries, result.Reason);
        }
        else if (result.Fate == DeliveryFate.Refused || tries >= RetrySchedule.MaxTries)
        {
            await store.SettleAsync(stored.Id, PostSettlement.Dead(result.Reason, uncertain, now), CancellationToken.None);
            meter.Dead.Add(1);
            log.PostDead(stored.Id, tries, result.Reason);
        }
        else
        {
#pragma warning disable CA5394 // Spreads retries; nothing is guarded by it.
            var delay = RetrySchedule.Delay(tries, result.RetryAfter, Random.Shared.NextDouble());
#pragma warning restore CA5394
            // A token that was refused is renewed and tried at once, one time.
            if (result.TokenRefused && tries == 1)
                delay = TimeSpan.Zero;
            await store.SettleAsync(stored.Id, PostSettlement.Retry(now + delay, uncertain, now, result.Seen), CancellationToken.None);
            meter.Retried.Add(1);
            if (uncertain)
            {
                meter.Uncertain.Add(1);
                log.PostUncertain(stored.Id, result.Reason);
            }

            log.PostRetried(stored.Id, tries, result.Reason, delay);
        }
    }

    /// <summary>
    /// What may be taken instead: a shorter message, or, of a stream that Teams has closed meanwhile, the last message as one of its own.
    /// </summary>
    private static Activity? InOtherForm(OutgoingPost post, DeliveryResult refusal)
    {
        var message = post.ReadBody();
        if (refusal.IsTooLarge)
            return ShorterMessage.Of(message);
        return message.Entities?.Any(entity => entity.Type == Entity.StreamInfo) == true
            ? message with
            {
                Entities = [.. message.Entities.Where(entity => entity.Type != Entity.StreamInfo)],
            }
            : null;
    }
}
