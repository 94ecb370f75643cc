using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Answers the commands about digests, alerts, timelines and desks.</summary>
internal static class DailyCommands
{
    /// <summary>Specifies the channel's name in subscriptions.</summary>
    public const string ChannelName = PostRows.Channel;

    /// <summary>Returns the digest of a day, or the newest one; null when there is none.</summary>
    public static async Task<Digest?> FindDigestAsync(
        INewsroom newsroom,
        TurnContext context,
        DateOnly? day,
        CancellationToken cancellationToken
    )
    {
        var request = new DigestRequest { Date = day, Desk = newsroom.Desks.Of(context.Reader) };
        var digest = await newsroom.DigestAsync(request, cancellationToken);
        if (digest is null)
            return null;
        newsroom.Record(context.Actor, AuditAction.DigestRead, request.Desk, AuditEntry.TargetOf(digest.Date));
        await newsroom.ShowAsync(ChannelName, context.Place, digest, cancellationToken);
        return digest;
    }

    /// <summary>Returns the same as a message.</summary>
    public static async Task<ShownMessage> DigestAsync(
        INewsroom newsroom,
        TurnContext context,
        DateOnly? day,
        CancellationToken cancellationToken
    ) =>
        await FindDigestAsync(newsroom, context, day, cancellationToken) is { } digest
            ? new(DigestMessage.Render(digest, isLate: false), digest.Sources)
            : new(AnswerMessage.Text(Sentences.NoDigest));

    /// <summary>Subscribes a channel to digests, and lists, changes and ends subscriptions.</summary>
    public static async Task<Activity> SubscriptionsAsync(
        INewsroom newsroom,
        TurnContext context,
        string words,
        CancellationToken cancellationToken
    ) => AnswerMessage.Plain(await newsroom.SubscribeAsync(Request(newsroom, context, words), cancellationToken));

    /// <summary>Adds an alert to a channel, and lists, ends, pauses, resumes and mutes alerts.</summary>
    public static async Task<Activity> AlertsAsync(
        INewsroom newsroom,
        TurnContext context,
        string words,
        CancellationToken cancellationToken
    ) =>
        AnswerMessage.Plain(
            await newsroom.AlertAsync(Request(newsroom, context, words) with { Syntax = AlertSyntax.Message }, cancellationToken)
        );

    /// <summary>Follows the story of an article, and returns what was done or is wrong, as plain text.</summary>
    public static Task<string> FollowAsync(INewsroom newsroom, TurnContext context, string source, CancellationToken cancellationToken) =>
        newsroom.FollowAsync(
            Request(newsroom, context, AlertVerbs.Follow) with
            {
                Syntax = AlertSyntax.Message,
            },
            source,
            cancellationToken
        );

    /// <summary>Shows desks, or puts a conversation or a person on one.</summary>
    public static async Task<Activity> DeskAsync(
        INewsroom newsroom,
        TurnContext context,
        DeskOrder? order,
        CancellationToken cancellationToken
    ) =>
        AnswerMessage.Plain(
            await newsroom.DeskAsync(
                new DeskRequest
                {
                    Channel = ChannelName,
                    Reader = context.Reader,
                    MayManage = IsManager(newsroom, context),
                    Order = order,
                },
                cancellationToken
            )
        );

    // The connector does not name the owners of a team, so the settings decide for its channels.
    private static SubscriptionRequest Request(INewsroom newsroom, TurnContext context, string words) =>
        new()
        {
            Channel = ChannelName,
            Reader = context.Reader,
            MayManage = IsManager(newsroom, context) || context.Kind != ConversationAccount.Channel,
            Words = words,
        };

    /// <summary>Returns the timeline of a topic.</summary>
    public static async Task<ShownMessage> TimelineAsync(
        INewsroom newsroom,
        TurnContext context,
        string topic,
        CancellationToken cancellationToken
    )
    {
        if (topic.Length is 0 or > TimelineWriter.MaxTopicChars)
            return new(AnswerMessage.Plain(DialogueReplies.To(new DialogueAct.Timeline(""))));
        var rights = ReaderRights.Of(newsroom.Desks.Of(context.Reader));
        var timeline = await newsroom.TimelineAsync(topic, rights, cancellationToken);
        newsroom.Record(context.Actor, AuditAction.TimelineRead, rights.Desk, words: topic);
        return new(TimelineMessage.Render(timeline), timeline.Sources);
    }

    private static bool IsManager(INewsroom newsroom, TurnContext context) =>
        context.Activity.From?.AadObjectId is { } person && newsroom.Managers.Contains(person);
}
