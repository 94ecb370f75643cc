using Microsoft.Extensions.Logging;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivery;

/// <summary>Delivers a stored post.</summary>
internal sealed class PostDelivery(
    ITeamsStore store,
    BotConnector connector,
    SendGate gate,
    TimeProvider time,
    TeamsMeter meter,
    ILogger<PostDelivery> log
)
{
    /// <summary>Specifies how often a post with a key is sent without its fate being known: the first time, and once more.</summary>
    private const int MostUncertain = 2;

    /// <summary>
    /// Sends a post, in several attempts if necessary. Returns when it is delivered, given up, or due again much later: then the result
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
                await SettleAsync(stored, new(DeliveryFate.Refused, null, "two attempts ended without a response"));
                continue;
            }

            var result = await gate.SendAsync(stored.Post.Conversation, stored.Post.TenantId, () => TryAsync(stored, renew), stopping);
            // Another host has taken it over.
            if (result is null)
                return null;
            renewToken = result.TokenRefused;
            await SettleAsync(stored, result);
        }

        return null;
    }

    /// <summary>
    /// Looks a message up. The connector cannot read one, but can replace it: replacing it by the same words changes nothing where the
    /// message exists, and is rejected where it does not.
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
        log.PostLookedUp(stored.Id, seen.Activity, there.Fate == DeliveryFate.Delivered ? "it exists" : there.Reason);
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
                // Sending the same replacement again does no harm, so this attempt leaves nothing unknown.
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

    private async Task<DeliveryResult?> TryAsync(StoredPost stored, bool renewToken)
    {
        if (!await store.MarkOnWireAsync(stored.Id, CancellationToken.None))
            return null;
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
#pragma warning disable CA5394 // Spreads retries; not used for security.
            var delay = RetrySchedule.Delay(tries, result.RetryAfter, Random.Shared.NextDouble());
#pragma warning restore CA5394
            // A rejected token is renewed and tried again at once, one time.
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
    /// Returns what may be sent instead: a shorter message or, for a stream that Teams has since closed, the last message as a post of its
    /// own.
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
