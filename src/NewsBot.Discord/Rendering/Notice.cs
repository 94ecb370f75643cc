using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rendering;

/// <summary>Provides short messages in our own words.</summary>
internal static class Notice
{
    /// <summary>Specifies the longest notice, in UTF-16 code units.</summary>
    public const int MaxChars = 2000;

    /// <summary>Returns a message of our own words, in Discord's markdown.</summary>
    public static OutgoingMessage Of(string text) =>
        new()
        {
            Content = text,
            Embeds = [],
            Components = [],
        };

    public static OutgoingMessage ChannelIsOff { get; } =
        Of("NewsBot is not switched on in this channel. Someone with the permission Manage Server can switch it on with `/newsbot allow`.");

    public static OutgoingMessage DirectMessagesAreOff { get; } =
        Of("NewsBot does not answer direct messages here. Ask in a channel where it is switched on.");

    public static OutgoingMessage Gone { get; } = Of("This reply is too old for its buttons. Please ask again.");

    /// <summary>Gets the notice above a reply that stays as it is, without its buttons.</summary>
    public static OutgoingMessage GoneBelowReply { get; } = Gone with { Embeds = null };

    public static OutgoingMessage Changed { get; } =
        Of("An article quoted in this reply has since been changed or withdrawn. Please ask again.");

    public static OutgoingMessage Restarting { get; } = Of("NewsBot is being restarted. Please ask again in a minute.");

    public static OutgoingMessage Unknown { get; } = Of("This command no longer exists. `/help` lists the present ones.");

    public static OutgoingMessage TooMany(TimeSpan wait) =>
        Of(
            $"That is too many questions in a minute. Please wait {Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} seconds and ask again."
        );

    public static OutgoingMessage Failed(string reference) =>
        Of($"Something went wrong; your question was not the cause. Please try again. Reference: `{reference}`");
}
