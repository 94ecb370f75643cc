using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Writes the posts of alerts, as the desk of the conversation may see them at that time. Thread-safe.</summary>
/// <param name="store">The alerts and what they have found.</param>
/// <param name="archive">The articles.</param>
/// <param name="links">Makes the links.</param>
/// <param name="answers">Answers questions from given articles.</param>
/// <param name="desks">Returns the desk of each conversation now.</param>
/// <param name="options">The limits of alerts.</param>
/// <param name="time">The clock.</param>
internal sealed class AlertPostWriter(
    AlertStore store,
    ArticleArchive archive,
    ArticleLinks links,
    ArticleAnswers answers,
    Func<DeskList> desks,
    AlertOptions options,
    TimeProvider time
) : IPostWriter
{
    /// <summary>The most articles of a post with a sentence each; others are listed by headline.</summary>
    private const int MostQuoted = 8;

    private const int MostListed = 15;

    // A post that fails is tried again with the next match, or else the next day.
    private static readonly TimeSpan AfterFailure = TimeSpan.FromDays(1);

    private readonly DigestCorrections corrections = new(archive, links);

    public SubscriptionKind Kind => SubscriptionKind.Alert;

    public Task BeginAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public PostResult? Obstacle(DueDelivery delivery) => null;

    // What was found while no host ran is told later.
    public bool GivesUp(DueDelivery delivery) => delivery.Tries > 0;

    public DueTime Next(DueDelivery delivery, DeliveryOutcome outcome) =>
        new(
            delivery.Due.Day.AddDays(1),
            outcome is DeliveryOutcome.Posted or DeliveryOutcome.PostedLate ? time.GetUtcNow() : time.GetUtcNow() + AfterFailure
        );

    public async Task<string> NameAsync(DeliveryNote note, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(note);
        var (alert, _) = await store.FindAsync(note.Subscription, cancellationToken).ConfigureAwait(false);
        return $"A post of the alert “{alert?.Text}”";
    }

    public void Settled(StateConnection db, DueDelivery delivery, DeliveryNote note, DigestAttempt? attempt)
    {
        if (attempt is null || note.Outcome is not (DeliveryOutcome.Posted or DeliveryOutcome.PostedLate))
            return;
        var tables = new AlertTables(db);
        tables.Tell(delivery.Subscription.Id, attempt, delivery.Due.Day, note.At);
        tables.EndSilence(delivery.Subscription.Id, note.At);
        if (tables.Find(delivery.Subscription.Id)?.Form == AlertForm.Question && attempt.Told.Count > 0)
            tables.End(delivery.Subscription.Id, isOver: true);
    }

    public void Closed(StateConnection db, DeliveryNote note)
    {
        if (note.Outcome is not (DeliveryOutcome.Failed or DeliveryOutcome.Unknown))
            return;
        var tables = new AlertTables(db);
        tables.Untell(note.Subscription, note.Day);
        tables.End(note.Subscription, isOver: false);
    }

    public async Task<(ChannelPost Post, DigestAttempt Attempt)?> WriteAsync(
        DueDelivery delivery,
        bool isLate,
        CancellationToken cancellationToken
    )
    {
        var (alert, matches) = await store.FindAsync(delivery.Subscription.Id, cancellationToken).ConfigureAwait(false);
        var now = time.GetUtcNow();
        // An attempt that may have arrived fixes what the post tells: what is newer belongs to the next one.
        var mayHaveArrived = delivery.IsUncertain ? delivery.Attempt : null;
        IReadOnlyList<AlertMatch> chosen =
            alert is null ? []
            : mayHaveArrived is null ? AlertTiming.Choose(alert, matches, now, options.BetweenUpdates).Now
            : [.. matches.Where(match => match.ToldAt is null && IsIn(mayHaveArrived, match)).OrderBy(match => match.Change)];
        if (alert is not null && chosen.Count > 0)
        {
            var draft = await DraftAsync(alert, matches, chosen, cancellationToken).ConfigureAwait(false);
            if (draft.Gone.Count > 0 && mayHaveArrived is null)
                await store.DropAsync(delivery.Subscription.Id, draft.Gone, cancellationToken).ConfigureAwait(false);
            if (draft.Told.Count + draft.Withdrawn.Count > 0)
                return (
                    await PostAsync(delivery, alert, draft, isLate, cancellationToken).ConfigureAwait(false),
                    // What an earlier attempt told and this one cannot any more has to be corrected.
                    new DigestAttempt(null, [.. draft.Told.Union(mayHaveArrived?.Told ?? [], StringComparer.Ordinal)], draft.Withdrawn)
                );
        }

        if (mayHaveArrived is not null)
            await store.GiveUpAsync(delivery, mayHaveArrived, now, cancellationToken).ConfigureAwait(false);
        else
            await store.RestAsync(delivery, now, options.BetweenUpdates, cancellationToken).ConfigureAwait(false);
        return null;
    }

    private static bool IsIn(DigestAttempt attempt, AlertMatch match) =>
        (match.Kind == AlertMatchKind.Withdrawal ? attempt.Withdrawn : attempt.Told).Contains(match.Source, StringComparer.Ordinal);

    private async Task<AlertPost> PostAsync(
        DueDelivery delivery,
        Alert alert,
        AlertDraft draft,
        bool isLate,
        CancellationToken cancellationToken
    )
    {
        var listed = await store
            .ListAsync(alert.Subscription.Channel, alert.Subscription.Conversation, cancellationToken)
            .ConfigureAwait(false);
        return new AlertPost
        {
            Key = ChannelPost.KeyOf(delivery),
            Conversation = alert.Subscription.Conversation,
            DueAt = delivery.Due.At,
            IsLate = isLate,
            Topic = alert.Text,
            Form = alert.Form,
            Number = listed.TakeWhile(other => other.Subscription.Id < alert.Subscription.Id).Count() + 1,
            IsCatchUp = alert.SilentUntil is not null,
            Stories = draft.Stories,
            Corrected = draft.Corrected,
            Citations = draft.Citations,
            Others = draft.Others,
        };
    }

    private async Task<AlertDraft> DraftAsync(
        Alert alert,
        IReadOnlyList<AlertMatch> matches,
        IReadOnlyList<AlertMatch> chosen,
        CancellationToken cancellationToken
    )
    {
        var desk = desks().Of(alert.Subscription.Reader);
        var draft = new AlertDraft(links);
        var told = matches.Where(match => match.ToldAt is not null).Select(match => match.Source).ToHashSet(StringComparer.Ordinal);
        foreach (var match in chosen.Where(match => match.Kind != AlertMatchKind.Article))
        {
            var correction =
                match.Kind == AlertMatchKind.Withdrawal
                    ? await corrections.WithdrawnAsync(match.Source, desk, cancellationToken).ConfigureAwait(false)
                    : await corrections.CorrectedAsync(match.Source, told, desk, cancellationToken).ConfigureAwait(false);
            draft.Add(match, correction);
        }

        var query = alert.Form == AlertForm.Words ? AlertQuery.Read(alert.Text).Query : null;
        var articles = new List<(AlertMatch Match, NewArticle Article)>();
        foreach (var match in chosen.Where(match => match.Kind == AlertMatchKind.Article))
        {
            if (
                await archive.FindAsync(match.Source, cancellationToken).ConfigureAwait(false) is { } found
                && ReaderRights.Of(desk).Allow(found.Article)
                && archive.StageOf(found, null) == ArticleStage.Current
            )
                articles.Add((match, NewArticle.Of(found, match.Change)));
            else
                draft.Add(match, null);
        }

        if (alert.Form == AlertForm.Question)
        {
            draft.Add(
                articles,
                articles.Count == 0
                    ? null
                    : await answers
                        .AskAsync(alert.Text, [.. articles.Select(one => one.Article.Article.Source)], desk, cancellationToken)
                        .ConfigureAwait(false)
            );
            return draft;
        }

        var known = matches.Where(match => match.ToldAt is not null).Select(match => match.Story).ToHashSet(StringComparer.Ordinal);
        var quoted = 0;
        foreach (var story in articles.GroupBy(one => one.Match.Story, StringComparer.Ordinal))
        {
            var shown = story.Take(Math.Max(0, MostQuoted - quoted)).ToArray();
            quoted += shown.Length;
            draft.Add(known.Contains(story.Key), shown, query);
            draft.AddOthers([.. story.Skip(shown.Length)], MostListed);
        }

        return draft;
    }
}
