using Microsoft.Bot.Schema;

namespace NewsBot.Teams.BotFramework;

/// <summary>Maps an activity to the SDK's type, for its token check and its middleware: who wrote what, and where.</summary>
internal static class SdkActivity
{
    public static Activity Of(Wire.Activity activity) =>
        new()
        {
            Type = activity.Type,
            Id = activity.Id,
            ServiceUrl = activity.ServiceUrl,
            ChannelId = activity.ChannelId,
            From = Of(activity.From),
            Recipient = Of(activity.Recipient),
            Conversation = activity.Conversation is not { } conversation
                ? null
                : new ConversationAccount(
                    conversation.IsGroup,
                    conversation.ConversationType,
                    conversation.Id,
                    conversation.Name,
                    tenantId: conversation.TenantId
                ),
            Text = activity.Text,
            TextFormat = activity.TextFormat,
            ReplyToId = activity.ReplyToId,
            Name = activity.Name,
            Action = activity.Action,
            MembersAdded = activity.MembersAdded?.Select(Of).ToList(),
            MembersRemoved = activity.MembersRemoved?.Select(Of).ToList(),
            ReactionsAdded = activity.ReactionsAdded?.Select(reaction => new MessageReaction(reaction.Type)).ToList(),
        };

    private static ChannelAccount? Of(Wire.ChannelAccount? account) =>
        account is null ? null : new ChannelAccount(account.Id, account.Name, aadObjectId: account.AadObjectId);
}
