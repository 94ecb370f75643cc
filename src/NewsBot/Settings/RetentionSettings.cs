using NewsBot.Discord.Options;
using NewsBot.Newsroom.Conversations;
using NewsBot.Teams.Options;

namespace NewsBot.Settings;

/// <summary>Represents how long records without a setting of their own are kept.</summary>
/// <param name="Conversations">The last question of a conversation, to which the next may refer.</param>
/// <param name="Feedback">Feedback of all channels.</param>
/// <param name="FinishedMessages">Messages from Teams that are answered, by which repeated ones are known, and posts that arrived.</param>
/// <param name="DiscordReplies">Replies on Discord, for their buttons.</param>
internal sealed record RetentionSettings(TimeSpan Conversations, TimeSpan Feedback, TimeSpan FinishedMessages, TimeSpan DiscordReplies)
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>Reads section <c>Retention</c>.</summary>
    public static RetentionSettings Read(SettingsReader reader) =>
        new(
            TimeSpan.FromMinutes(
                reader.Whole("Retention:ConversationMinutes", (int)ConversationMemory.Usual.TotalMinutes, 1, MinutesOfADay)
            ),
            Days(reader, "Retention:FeedbackDays", 365),
            // Teams sends again for some minutes; a day leaves room for an outage.
            Days(reader, "Retention:FinishedMessagesDays", new TeamsOptions().KeepFinished.Days),
            Days(reader, "Retention:DiscordRepliesDays", new DiscordOptions().KeepReplies.Days)
        );

    private static TimeSpan Days(SettingsReader reader, string key, int usual) =>
        TimeSpan.FromDays(reader.Whole(key, usual, 1, AuditSettings.MostDays));
}
