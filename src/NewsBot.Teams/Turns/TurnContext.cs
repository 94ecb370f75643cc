using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>
/// Represents where a message came from, and so where its answer goes. Made only of activities that name conversation, service URL and bot.
/// </summary>
internal sealed record TurnContext
{
    /// <summary>Specifies the text between the id of a channel and that of a thread.</summary>
    public const string ThreadMark = ";messageid=";

    public required Activity Activity { get; init; }
    public required string Conversation { get; init; }
    public required string ServiceUrl { get; init; }
    public required string Bot { get; init; }

    public string Kind =>
        Activity.Conversation?.ConversationType
        ?? (Activity.Conversation?.IsGroup == true ? ConversationAccount.GroupChat : ConversationAccount.Personal);

    public bool IsPersonal => Kind == ConversationAccount.Personal;

    public string? TenantId => Activity.Conversation?.TenantId ?? Activity.ChannelData?.Tenant?.Id;

    /// <summary>Gets the conversation without the thread: a channel, not one of its posts.</summary>
    public string Place =>
        Conversation.IndexOf(ThreadMark, StringComparison.Ordinal) is >= 0 and var at ? Conversation[..at] : Conversation;

    /// <summary>Gets who reads, and where.</summary>
    public ReaderPlace Reader => new(Place, Person: Activity.From?.AadObjectId ?? Activity.From?.Id, IsPersonal: IsPersonal);

    /// <summary>Gets the person as the audit log names them.</summary>
    public AuditActor Actor => AuditActor.Of(DailyCommands.ChannelName, Reader.Person);

    /// <summary>Gets the account whose budget is charged: the team with all its channels, or the chat.</summary>
    public string BudgetAccount => Activity.ChannelData?.Team?.Id is { Length: > 0 } team ? $"teams:team:{team}" : $"teams:{Place}";

    /// <summary>Returns the context; null when the activity lacks what is needed to answer it.</summary>
    public static TurnContext? Of(Activity activity) =>
        activity
            is { Conversation.Id: { Length: > 0 } conversation, ServiceUrl: { Length: > 0 } serviceUrl, Recipient.Id: { Length: > 0 } bot }
            ? new TurnContext
            {
                Activity = activity,
                Conversation = conversation,
                ServiceUrl = serviceUrl,
                Bot = bot,
            }
            : null;

    /// <summary>Returns a reply, in the thread of the message.</summary>
    public OutgoingPost Reply(ShownMessage shown, string? answerId = null) =>
        new()
        {
            Kind = PostKind.Message,
            Conversation = Conversation,
            ServiceUrl = ServiceUrl,
            TenantId = TenantId,
            Target = Activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate ? Activity.Id : null,
            AnswerId = answerId,
            Sources = shown.Sources,
            Body = TeamsJson.Bytes(ShorterMessage.ToFit(Addressed(shown.Message), MessageSize.MaxJsonChars)),
        };

    /// <summary>Returns a message that replaces an earlier one of the bot.</summary>
    public OutgoingPost Replace(string target, ShownMessage shown, string? answerId) =>
        Reply(shown with { Message = shown.Message with { Id = target } }, answerId) with
        {
            Kind = PostKind.Update,
            Target = target,
        };

    /// <summary>Returns the message with sender, receiver and conversation.</summary>
    public Activity Addressed(Activity message) =>
        message with
        {
            From = Activity.Recipient,
            Recipient = Activity.From is null ? null : new ChannelAccount { Id = Activity.From.Id, Name = Activity.From.Name },
            Conversation = new ConversationAccount
            {
                Id = Conversation,
                ConversationType = Activity.Conversation?.ConversationType,
                TenantId = Activity.Conversation?.TenantId,
                IsGroup = Activity.Conversation?.IsGroup,
            },
            ChannelId = Activity.ChannelId,
            ServiceUrl = ServiceUrl,
            ReplyToId =
                message.Type != ActivityTypes.Typing && Activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate
                    ? Activity.Id
                    : null,
        };

    public ConversationReference Reference(DateTimeOffset seen) =>
        new()
        {
            Conversation = Place,
            Kind = Kind,
            ServiceUrl = ServiceUrl,
            TenantId = TenantId,
            Team = Activity.ChannelData?.Team?.Id,
            Bot = Bot,
            Seen = seen,
        };
}
