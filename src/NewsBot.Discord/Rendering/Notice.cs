using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Short messages in our own words.</summary>
internal static class Notice
{
    /// <summary>The longest notice, in UTF-16 code units.</summary>
    public const int MaxChars = 2000;

    /// <summary>A message of plain words of ours; Discord's markdown works in it.</summary>
    public static OutgoingMessage Of(string text) =>
        new()
        {
            Content = text,
            Embeds = [],
            Components = [],
        };

    public static OutgoingMessage ChannelIsOff { get; } =
        Of("NewsBot is not switched on in this channel. Somebody with the permission Manage Server can do that with `/newsbot allow`.");

    public static OutgoingMessage DirectMessagesAreOff { get; } =
        Of("NewsBot does not answer direct messages here. Ask in a channel where it is switched on.");

    public static OutgoingMessage Gone { get; } = Of("This reply is too old for its buttons. Please ask again.");

    /// <summary>Above a reply that stays as it is, without its buttons.</summary>
    public static OutgoingMessage GoneBelowReply { get; } = Gone with { Embeds = null };

    public static OutgoingMessage Changed { get; } =
        Of("An article that this reply quotes was changed or withdrawn since. Please ask again.");

    public static OutgoingMessage Restarting { get; } = Of("NewsBot is being restarted. Please ask again in a minute.");

    public static OutgoingMessage Unknown { get; } = Of("This command is not known any more. `/help` lists those that are.");

    public static OutgoingMessage TooMany(TimeSpan wait) =>
        Of($"That is many questions in a minute. Please wait {Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} seconds and ask again.");

    public static OutgoingMessage Failed(string reference) =>
        Of($"That did not work; it was not your question's fault. Please try again. Reference: `{reference}`");
}
