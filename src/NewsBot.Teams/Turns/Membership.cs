using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Turns;

/// <summary>
/// Records where the bot is installed, and greets where it arrives. Teams reports an installation in up to two activities.
/// </summary>
internal static class Membership
{
    public static TurnOutcome OfInstallation(TurnContext context, DateTimeOffset now) =>
        context.Activity.Action switch
        {
            "add" => Joined(context, now),
            "add-upgrade" => new TurnOutcome { At = now, Joined = context.Reference(now) },
            "remove" => Left(context, now),
            _ => new TurnOutcome { At = now },
        };

    public static TurnOutcome OfConversation(TurnContext context, DateTimeOffset now)
    {
        var activity = context.Activity;
        if (activity.MembersRemoved?.Any(m => m.Id == context.Bot) == true)
            return Left(context, now);
        if (activity.MembersAdded?.Any(m => m.Id == context.Bot) == true)
            return Joined(context, now);
        return activity.ChannelData?.EventType switch
        {
            "teamDeleted" or "teamHardDeleted" => Left(context, now),
            "channelDeleted" when activity.ChannelData.Channel?.Id is { } channel => new TurnOutcome { At = now, Left = channel },
            _ => new TurnOutcome { At = now },
        };
    }

    private static TurnOutcome Joined(TurnContext context, DateTimeOffset now) =>
        new()
        {
            At = now,
            Joined = context.Reference(now),
            Welcomes = context.Place,
            Posts = [context.Reply(new ShownMessage(HelpMessage.Welcome(context.IsPersonal)))],
        };

    private static TurnOutcome Left(TurnContext context, DateTimeOffset now) =>
        new() { At = now, Left = context.Activity.ChannelData?.Team?.Id ?? context.Place };
}
