using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>
/// Handles the commands for alerts: <c>add drone Kremlin</c>, <c>list</c>, <c>stop 1</c>, <c>pause 1</c>, <c>resume 1</c>,
/// <c>mute 1 2h</c>, <c>follow 2</c>. Thread-safe.
/// </summary>
/// <param name="store">The alerts.</param>
/// <param name="subscriptions">Knows the digest that a conversation saw last.</param>
/// <param name="news">Knows the newest point in the order of changes, from which a new alert looks.</param>
/// <param name="options">The limits of alerts.</param>
/// <param name="time">The clock.</param>
/// <param name="audit">Records who changed what; null: nothing is recorded.</param>
public sealed class AlertCommands(
    AlertStore store,
    SubscriptionStore subscriptions,
    IDigestNews news,
    AlertOptions options,
    TimeProvider time,
    AuditLog? audit = null
)
{
    private const string OnlyManagers = "Only those who manage this channel can change its alerts.";

    /// <summary>Carries out a command and returns what was done or is wrong: a few lines of plain text.</summary>
    public async Task<string> AnswerAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] words = request.Words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        var (verb, rest) = (words.FirstOrDefault("").ToLowerInvariant(), words.Length > 1 ? words[1].Trim() : "");
        if (verb == AlertVerbs.List)
            return await ListAsync(request, cancellationToken).ConfigureAwait(false);
        if (
            verb is not (AlertVerbs.Add or AlertVerbs.Follow or AlertVerbs.Stop or AlertVerbs.Pause or AlertVerbs.Resume or AlertVerbs.Mute)
        )
            return request.Syntax.Usage;
        if (!request.MayManage)
            return OnlyManagers;
        if (verb == AlertVerbs.Add)
            return await AddAsync(request, rest, cancellationToken).ConfigureAwait(false);
        if (verb == AlertVerbs.Follow)
            return await FollowShownAsync(request, rest, cancellationToken).ConfigureAwait(false);
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        string[] parts = rest.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        if (Find(known, parts.FirstOrDefault("")) is not { } alert)
            return NoSuch(request, known, parts.FirstOrDefault(""));
        return verb switch
        {
            AlertVerbs.Stop => await StopAsync(request, alert, cancellationToken).ConfigureAwait(false),
            AlertVerbs.Pause => await PauseAsync(request, alert, cancellationToken).ConfigureAwait(false),
            AlertVerbs.Resume => await ResumeAsync(request, alert, cancellationToken).ConfigureAwait(false),
            _ => await MuteAsync(request, alert, parts.Length > 1 ? parts[1] : "", cancellationToken).ConfigureAwait(false),
        };
    }

    /// <summary>Follows the story of an article, and returns what was done or is wrong: a few lines of plain text.</summary>
    /// <param name="request">Who asks, and where; its words are not read.</param>
    /// <param name="story">
    /// The story; its first source is that of the article. Null: the article is not in the archive, or the conversation may not see it.
    /// </param>
    /// <param name="cancellationToken">Cancels the work before anything is changed.</param>
    internal async Task<string> FollowArticleAsync(SubscriptionRequest request, ShownStory? story, CancellationToken cancellationToken)
    {
        if (!request.MayManage)
            return OnlyManagers;
        if (story is null)
            return "The archive no longer has this article, so its story cannot be followed. Ask for the news again.";
        // A digest that showed it may know more of its reports.
        var shown = await subscriptions.ShownAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        var more = shown.FirstOrDefault(one => one.Sources.Contains(story.Sources[0], StringComparer.Ordinal))?.Sources ?? [];
        return await FollowAsync(
                request,
                story with
                {
                    Sources = [.. story.Sources.Union(more, StringComparer.Ordinal)],
                },
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private async Task<string> AddAsync(SubscriptionRequest request, string words, CancellationToken cancellationToken)
    {
        var (form, pace, schedule, problem) = AlertReader.Read(words);
        if (schedule is null)
            return $"{problem} {request.Syntax.Usage}";
        return await AddAsync(request, form, pace, schedule, [], cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FollowShownAsync(SubscriptionRequest request, string number, CancellationToken cancellationToken)
    {
        var stories = await subscriptions.ShownAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        if (stories.Count == 0)
            return "There is no digest here yet whose stories could be followed. Ask for one first.";
        if (number.Length == 0)
            return $"Which story? The last digest here has the stories 1 to {stories.Count}.";
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1 || n > stories.Count)
            return $"The last digest here has the stories 1 to {stories.Count}; there is no story {number}.";
        return await FollowAsync(request, stories[n - 1], cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> FollowAsync(SubscriptionRequest request, ShownStory story, CancellationToken cancellationToken)
    {
        if (story.Newest is { } newest && !StoryAge.IsOpen(newest, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)))
            return $"The story “{story.Headline}” is over: its newest article is of {DigestText.DayOf(newest)}, and new ones would not count as part of it. "
                + $"Name words to look for instead. {request.Syntax.Usage}";
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        foreach (var (place, alert) in known.Index().Where(one => one.Item.Form == AlertForm.Story))
        {
            var (_, matches) = await store.FindAsync(alert.Subscription.Id, cancellationToken).ConfigureAwait(false);
            if (matches.Any(match => story.Sources.Contains(match.Source, StringComparer.Ordinal)))
                return $"Alert {place + 1} follows this story already: {alert}. {HowToStop(request, place + 1)}";
        }

        var schedule = AlertReader.Usual with { Topic = WordCut.At(story.Headline, AlertOptions.MaxChars) };
        return await AddAsync(request, AlertForm.Story, AlertPace.AtOnce, schedule, story.Sources, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string> AddAsync(
        SubscriptionRequest request,
        AlertForm form,
        AlertPace pace,
        DigestSchedule schedule,
        IReadOnlyList<string> seen,
        CancellationToken cancellationToken
    )
    {
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        var alert = new Alert(
            new Subscription
            {
                Kind = SubscriptionKind.Alert,
                Channel = request.Channel,
                Conversation = request.Conversation,
                CreatedBy = request.Reader.Person ?? "",
                Parent = request.Reader.Parent,
                IsPersonal = request.Reader.IsPersonal,
                Schedule = schedule,
            },
            form,
            pace
        );
        if (known.FirstOrDefault(alert.LooksLike) is { } same)
            return $"This alert already exists: {same}.";
        if (known.Count >= options.MostPerConversation)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"A conversation has at most {options.MostPerConversation:N0} alerts. Stop one first: {request.Syntax.Stop}."
            );
        var point = await news.PointAsync(cancellationToken).ConfigureAwait(false);
        if (!await store.AddAsync(alert, point, seen, options.MostInAll, time.GetUtcNow(), cancellationToken).ConfigureAwait(false))
            return string.Create(
                CultureInfo.InvariantCulture,
                $"NewsBot has {options.MostInAll:N0} alerts already, and takes no more. Stop one that is not needed, or ask whoever runs NewsBot to raise Alerts:MostInAll."
            );
        audit?.Record(request.By, AuditAction.AlertMade, alert.ToString());
        var number = known.Count + 1;
        return $"Alert {number}: {alert}. {When(alert)} {HowToStop(request, number)}";
    }

    private async Task<string> StopAsync(SubscriptionRequest request, Alert alert, CancellationToken cancellationToken)
    {
        await store.RemoveAsync(alert.Subscription.Id, cancellationToken).ConfigureAwait(false);
        audit?.Record(request.By, AuditAction.AlertStopped, alert.ToString());
        return $"Stopped: {alert}.";
    }

    private async Task<string> PauseAsync(SubscriptionRequest request, Alert alert, CancellationToken cancellationToken)
    {
        await store.SilenceAsync(alert.Subscription.Id, Alert.Never, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        Changed(request, alert);
        return $"Paused: {alert}. When you resume it, I say what came meanwhile.";
    }

    private async Task<string> ResumeAsync(SubscriptionRequest request, Alert alert, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (alert.SilentUntil is null || alert.SilentUntil <= now)
            return $"It is not paused: {alert}.";
        var (_, matches) = await store.FindAsync(alert.Subscription.Id, cancellationToken).ConfigureAwait(false);
        var missed = matches.Count(match => match.ToldAt is null);
        await store.SilenceAsync(alert.Subscription.Id, now, now, cancellationToken).ConfigureAwait(false);
        Changed(request, alert);
        return missed == 0
            ? $"Resumed: {alert}. It found nothing meanwhile."
            : $"Resumed: {alert}. It found {DigestText.Count(missed, "article", "articles")} meanwhile; one post with links follows.";
    }

    private async Task<string> MuteAsync(SubscriptionRequest request, Alert alert, string length, CancellationToken cancellationToken)
    {
        if (AlertReader.ReadTime(length) is not { } silent)
            return length.Length == 0
                ? $"For how long? Name minutes, hours or days, such as 30m, 2h or 3d. {request.Syntax.Usage}"
                : $"“{length}” is not a time such as 30m, 2h or 3d, of at most 90 days. {request.Syntax.Usage}";
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + silent);
        await store.SilenceAsync(alert.Subscription.Id, until, now, cancellationToken).ConfigureAwait(false);
        Changed(request, alert);
        return $"Muted until {TimeOf(until)}: {alert}. What comes meanwhile follows in one post.";
    }

    private async Task<string> ListAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
            return $"There are no alerts here. {request.Syntax.Usage}";
        var now = time.GetUtcNow();
        var text = new StringBuilder();
        foreach (var (number, alert) in known.Index())
        {
            if (number > 0)
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{number + 1}. {alert}");
            if (alert.SilentUntil == Alert.Never)
                text.Append(" — paused");
            else if (alert.SilentUntil > now)
                text.Append(CultureInfo.InvariantCulture, $" — muted until {TimeOf(alert.SilentUntil.Value)}");
        }

        return text.ToString();
    }

    private void Changed(SubscriptionRequest request, Alert alert) => audit?.Record(request.By, AuditAction.AlertChanged, alert.ToString());

    private static Alert? Find(IReadOnlyList<Alert> known, string number) =>
        number.Length == 0 && known.Count == 1 ? known[0]
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= known.Count ? known[n - 1]
        : null;

    private static string NoSuch(SubscriptionRequest request, IReadOnlyList<Alert> known, string number) =>
        known.Count == 0 ? $"There are no alerts here. {request.Syntax.Usage}"
        : number.Length == 0 ? $"Which one? See: {request.Syntax.List}."
        : $"There is no alert {number} here. See: {request.Syntax.List}.";

    private static string HowToStop(SubscriptionRequest request, int number) =>
        $"“{request.Syntax.Stop.Replace("1", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}” ends it.";

    private static string When(Alert alert) =>
        alert switch
        {
            { Form: AlertForm.Question } => "I post the answer as soon as a new article gives one; then the alert is over.",
            { Pace: AlertPace.Hourly } => $"Once an hour, I post the new articles {With(alert)}.",
            { Pace: AlertPace.Daily } => $"Once a day, I post the new articles {With(alert)}.",
            _ => $"I post as soon as there is a new article {With(alert)}.",
        };

    private static string With(Alert alert)
    {
        if (alert.Form == AlertForm.Story || AlertQuery.Read(alert.Text).Query is not { } query)
            return "of this story";
        string[] limits =
        [
            .. query.Words.Count == 0 ? [] : new[] { "with " + string.Join(" and ", query.Words.Select(word => $"“{word.Folded}”")) },
            .. query.Filter.IsNone ? [] : new[] { "of " + FilterWords.Write(query.Filter) },
        ];
        return string.Join(' ', limits);
    }

    private static string TimeOf(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.UtcDateTime:d MMMM yyyy, HH:mm} UTC");
}
