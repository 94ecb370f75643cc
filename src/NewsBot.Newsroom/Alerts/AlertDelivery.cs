using NewsBot.Archive;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>
/// Posts what alerts find. What they find is recorded together with how far they have looked, and then delivered like digests: each match
/// is told once, across crashes, restarts and several hosts. Not thread-safe.
/// </summary>
/// <param name="store">The alerts.</param>
/// <param name="subscriptions">What is due.</param>
/// <param name="channels">The channels to post to.</param>
/// <param name="archive">The archive, in which any process may change articles.</param>
/// <param name="links">Makes the links.</param>
/// <param name="ask">Answers the questions that alerts wait for.</param>
/// <param name="time">The clock.</param>
/// <param name="options">The limits of alerts.</param>
/// <param name="delivery">The timing of deliveries.</param>
/// <param name="desks">The desk of each conversation at the time of the post; null for no limits.</param>
public sealed class AlertDelivery(
    AlertStore store,
    SubscriptionStore subscriptions,
    IReadOnlyList<IDigestChannel> channels,
    ArticleArchive archive,
    ArticleLinks links,
    Func<QuestionRequest, CancellationToken, Task<Answer>> ask,
    TimeProvider time,
    AlertOptions options,
    DeliveryOptions delivery,
    Func<DeskList>? desks = null
)
{
    /// <summary>Specifies how often to look, so that a post comes within five seconds of an article.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The wait between two looks at what channels have accepted, where nothing is due.</summary>
    private static readonly TimeSpan BetweenFollowUps = TimeSpan.FromSeconds(15);

    private readonly AlertMatcher matcher = new(store, archive, new ArticleAnswers(ask), desks ?? (() => DeskList.None), time);
    private readonly SubscriptionDelivery posts = new(
        subscriptions,
        channels,
        new AlertPostWriter(store, archive, links, new ArticleAnswers(ask), desks ?? (() => DeskList.None), options, time),
        time,
        delivery
    );

    private DateTimeOffset followUpAt;

    /// <summary>Looks at what is new and delivers what is due; returns what happened to posts.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; what was not delivered stays due.</exception>
    public async Task<IReadOnlyList<DeliveryNote>> RunOnceAsync(CancellationToken cancellationToken)
    {
        await matcher.RunAsync(cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        if (
            await subscriptions.NextWakeAsync(SubscriptionKind.Alert, cancellationToken).ConfigureAwait(false) is not { } wake
            || (wake > now && followUpAt > now && followUpAt <= now + BetweenFollowUps)
        )
            return [];
        followUpAt = now + BetweenFollowUps;
        return await posts.RunDueAsync(cancellationToken).ConfigureAwait(false);
    }
}
