using System.Globalization;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>The commands <c>digest</c>, <c>digest subscribe</c> and its kind, and <c>timeline</c>.</summary>
internal static class DailyCommands
{
    /// <summary>The channel's name in subscriptions.</summary>
    public const string ChannelName = "teams";

    private const string DigestUsage = "Write *digest*, *digest 2026-05-03*, or *digest subscribe 08:00 Europe/London weekdays*.";
    private const string TimelineUsage = "Tell me the topic, such as *timeline drone*.";

    /// <summary>The digest of a day: the newest one without words, else the day that they name.</summary>
    public static async Task<Activity> DigestAsync(DailyNews daily, TurnContext context, string words, CancellationToken cancellationToken)
    {
        DateOnly? date = null;
        if (words.Length > 0)
        {
            if (!DateOnly.TryParseExact(words, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return AnswerMessage.Text(DigestUsage);
            date = day;
        }

        var digest = await daily.Digests.WriteAsync(new DigestRequest { Date = date, Desk = daily.Desks.Of(context.Place) }, cancellationToken);
        return digest is null ? AnswerMessage.Text(Sentences.NoDigest) : DigestMessage.Render(digest, isLate: false);
    }

    /// <summary>Subscribing, listing, changing, stopping.</summary>
    public static async Task<Activity> SubscriptionsAsync(DailyNews daily, TurnContext context, string words, CancellationToken cancellationToken)
    {
        // The connector does not tell who owns a team, so its channels go by the settings.
        var mayManage = context.Kind != ConversationAccount.Channel || (context.Activity.From?.AadObjectId is { } person && daily.Managers.Contains(person));
        var text = await daily.Subscriptions.AnswerAsync(
            new SubscriptionRequest
            {
                Channel = ChannelName,
                Conversation = context.Place,
                Person = context.Activity.From?.AadObjectId ?? context.Activity.From?.Id ?? "",
                MayManage = mayManage,
                Words = words,
            },
            cancellationToken);
        return AnswerMessage.Text(string.Join("\n\n", text.Split('\n').Select(SafeText.Markdown)));
    }

    /// <summary>The timeline of a topic.</summary>
    public static async Task<Activity> TimelineAsync(DailyNews daily, TurnContext context, string topic, CancellationToken cancellationToken) =>
        topic.Length is 0 or > TimelineWriter.MaxTopicChars
            ? AnswerMessage.Text(TimelineUsage)
            : TimelineMessage.Render(await daily.Timelines.WriteAsync(topic, daily.Desks.Of(context.Place), cancellationToken));
}
