using System.Globalization;
using System.Text;
using NewsBot.Newsroom.Audit;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>
/// Handles subscription commands: <c>subscribe 08:00 Europe/London weekdays drone</c>, <c>list</c>, <c>change 2
/// 09:00</c>, <c>stop 2</c>. Thread-safe.
/// </summary>
/// <param name="store">The subscriptions.</param>
/// <param name="time">The clock.</param>
/// <param name="audit">Records who changed what; null: nothing is recorded.</param>
public sealed class SubscriptionCommands(SubscriptionStore store, TimeProvider time, AuditLog? audit = null)
{
    /// <summary>Specifies the most subscriptions of one conversation.</summary>
    public const int MostPerConversation = 10;

    /// <summary>Determines whether the words after <c>digest</c> are about subscriptions; other words are for a digest itself.</summary>
    public static bool Understands(string words) => First(words) is "subscribe" or "list" or "change" or "stop" or "unsubscribe";

    /// <summary>Carries out a command and returns what was done or is wrong: a few lines of plain text.</summary>
    public async Task<string> AnswerAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var verb = First(request.Words);
        var rest = request.Words.Trim()[(verb?.Length ?? 0)..].Trim();
        if (verb == "list")
            return await ListAsync(request, cancellationToken).ConfigureAwait(false);
        if (!Understands(request.Words))
            return request.Syntax.Usage;
        if (!request.MayManage)
            return "Only those who manage this channel can change its digests.";
        return verb switch
        {
            "subscribe" => await SubscribeAsync(request, rest, cancellationToken).ConfigureAwait(false),
            "change" => await ChangeAsync(request, rest, cancellationToken).ConfigureAwait(false),
            _ => await StopAsync(request, rest, cancellationToken).ConfigureAwait(false),
        };
    }

    private async Task<string> SubscribeAsync(SubscriptionRequest request, string words, CancellationToken cancellationToken)
    {
        var (schedule, problem) = Read(request, words, null);
        if (schedule is null)
            return $"{problem} {request.Syntax.Usage}";
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        if (known.Any(one => one.Subscription.Schedule == schedule))
            return $"This digest already exists: {schedule}.";
        if (known.Count >= MostPerConversation)
            return $"A conversation has at most {MostPerConversation} digests. Stop one first: {request.Syntax.Stop}.";
        var next = DueTimes.After(schedule, time.GetUtcNow());
        var subscription = new Subscription
        {
            Channel = request.Channel,
            Conversation = request.Conversation,
            CreatedBy = request.Reader.Person ?? "",
            Parent = request.Reader.Parent,
            IsPersonal = request.Reader.IsPersonal,
            Schedule = schedule,
        };
        await store.AddAsync(subscription, next, cancellationToken).ConfigureAwait(false);
        audit?.Record(request.By, AuditAction.SubscriptionMade, schedule.ToString());
        return $"Subscribed: {schedule}. The first digest comes {When(next, schedule)}.";
    }

    private async Task<string> ChangeAsync(SubscriptionRequest request, string words, CancellationToken cancellationToken)
    {
        var number = First(words) ?? "";
        if (await FindAsync(request, number, cancellationToken).ConfigureAwait(false) is not { } found)
            return NoSuch(request, number);
        var (schedule, problem) = Read(request, words[number.Length..].Trim(), found.Schedule);
        if (schedule is null)
            return $"{problem} {request.Syntax.Usage}";
        await store.ChangeAsync(found.Id, schedule, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        audit?.Record(request.By, AuditAction.SubscriptionChanged, schedule.ToString());
        return $"Changed: {schedule}.";
    }

    private async Task<string> StopAsync(SubscriptionRequest request, string words, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
            return "There are no digests here to stop.";
        var found =
            words.Length == 0 && known.Count == 1
                ? known[0].Subscription
                : await FindAsync(request, words, cancellationToken).ConfigureAwait(false);
        if (found is null)
            return NoSuch(request, words);
        await store.RemoveAsync(found.Id, cancellationToken).ConfigureAwait(false);
        audit?.Record(request.By, AuditAction.SubscriptionStopped, found.Schedule.ToString());
        return $"Stopped: {found.Schedule}.";
    }

    private async Task<string> ListAsync(SubscriptionRequest request, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        if (known.Count == 0)
            return $"No digests are posted here. {request.Syntax.Usage}";
        var text = new StringBuilder();
        foreach (var (number, (subscription, next)) in known.Index())
        {
            if (number > 0)
                text.Append('\n');
            text.Append(CultureInfo.InvariantCulture, $"{number + 1}. {subscription.Schedule} — next {When(next, subscription.Schedule)}");
            var last = await store.HistoryAsync(subscription.Id, 1, cancellationToken).ConfigureAwait(false);
            if (last is [{ Outcome: not DeliveryOutcome.Posted } note])
                text.Append(CultureInfo.InvariantCulture, $"; {Say(note)}");
        }

        return text.ToString();
    }

    private async Task<Subscription?> FindAsync(SubscriptionRequest request, string number, CancellationToken cancellationToken)
    {
        var known = await store.ListAsync(request.Channel, request.Conversation, cancellationToken).ConfigureAwait(false);
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= known.Count
            ? known[n - 1].Subscription
            : null;
    }

    private static string Say(DeliveryNote note) =>
        note.Outcome switch
        {
            DeliveryOutcome.PostedLate => $"the one of {note.Day:yyyy-MM-dd} was late",
            DeliveryOutcome.Missed => $"the one of {note.Day:yyyy-MM-dd} was missed: {note.Reason}",
            DeliveryOutcome.Unknown => $"the one of {note.Day:yyyy-MM-dd} may not have arrived: {note.Reason}",
            _ => $"the one of {note.Day:yyyy-MM-dd} failed: {note.Reason}",
        };

    private static string When(DueTime due, DigestSchedule schedule) =>
        string.Create(CultureInfo.InvariantCulture, $"on {due.Day:dddd d MMMM} at {schedule.Time:HH:mm} ({schedule.Zone})");

    private static (DigestSchedule? Schedule, string? Problem) Read(SubscriptionRequest request, string words, DigestSchedule? known) =>
        request.Fields is { } fields ? ScheduleReader.Read(fields, known) : ScheduleReader.Read(words, known);

    private static string NoSuch(SubscriptionRequest request, string number) =>
        $"{(number.Length == 0 ? "Which one?" : $"There is no digest {number} here.")} See: {request.Syntax.List}.";

    private static string? First(string words) =>
        words.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries) is [var first, ..] ? first.ToLowerInvariant() : null;
}
