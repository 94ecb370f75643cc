using NewsBot.Discord.Access;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Decides how to answer an interaction. Does nothing that takes time: the first answer is sent at once, whatever the work needs.
/// </summary>
internal sealed class InteractionPlanner(
    NewsroomTurns newsroom,
    DailyTurns daily,
    KeptReplies replies,
    AllowedChannels channels,
    QuestionLimits limits,
    TimeProvider time
)
{
    /// <summary>Specifies the type of interaction that is a click on a button.</summary>
    public const int Click = 3;

    /// <summary>Specifies the type of interaction that is what was entered in a dialog.</summary>
    public const int Entry = 5;

    private const int Command = 2;

    /// <summary>Returns the plan for a command, a click or an entry.</summary>
    /// <param name="interaction">What was done.</param>
    /// <param name="asker">Who did it.</param>
    /// <param name="isCounted">Whether it counts towards the limits; what was left unanswered was counted when it came.</param>
    public Plan For(InteractionJson interaction, Asker asker, bool isCounted = true) =>
        interaction.Type switch
        {
            Command => ForCommand(interaction, asker, isCounted),
            Click => ForClick(interaction, asker, isCounted),
            Entry => ForEntry(interaction, asker, isCounted),
            _ => new Plan(InteractionCallback.Private(Notice.Unknown)),
        };

    private Plan ForCommand(InteractionJson interaction, Asker asker, bool isCounted)
    {
        var name = interaction.Data?.Name;
        if (name == CommandNames.Help)
            return new Plan(InteractionCallback.Private(Help.Message));
        if (name == CommandNames.NewsBot)
            return ForChannels(interaction, asker);
        if (Refusal(asker, isCounted) is { } refusal)
            return refusal;
        var trace = interaction.Id.ToString();
        var isPrivate = CommandInput.Flag(interaction, CommandNames.Private);
        return name switch
        {
            CommandNames.Ask => Work(
                isPrivate,
                token =>
                    newsroom.ReplyAsync(
                        trace,
                        CommandInput.Text(interaction, CommandNames.Question),
                        Conversations.Of(asker, trace),
                        asker,
                        token
                    )
            ),
            CommandNames.Sources => Work(
                false,
                token => newsroom.SourcesAsync(trace, CommandInput.Text(interaction, CommandNames.Query), asker, token)
            ),
            CommandNames.Article => Work(
                false,
                token => newsroom.ArticleAsync(trace, CommandInput.Text(interaction, CommandNames.Source), asker, token)
            ),
            CommandNames.Digest => Work(DailyTurns.IsPrivate(interaction), token => daily.DigestAsync(trace, interaction, asker, token)),
            CommandNames.Alert => Work(true, token => daily.AlertAsync(interaction, asker, token)),
            CommandNames.Timeline => Work(
                false,
                token => daily.TimelineAsync(trace, CommandInput.Text(interaction, CommandNames.Topic), asker, token)
            ),
            CommandNames.Desk => Work(true, token => daily.DeskAsync(DeskInput.Read(interaction), asker, token)),
            CommandNames.Check => Work(true, token => newsroom.CheckAsync(trace, TargetText(interaction), asker, token)),
            _ => new Plan(InteractionCallback.Private(Notice.Unknown)),
        };
    }

    private Plan ForClick(InteractionJson interaction, Asker asker, bool isCounted)
    {
        if (Buttons.Read(interaction.Data?.CustomId) is not { } button)
            return new Plan(InteractionCallback.Private(Notice.Gone));
        if (Refusal(asker, isCounted) is { } refusal)
            return refusal;
        var trace = interaction.Id.ToString();
        // Below a private message, the answer is private.
        var isPrivate = (interaction.Message?.Flags & OutgoingMessage.Ephemeral) > 0;
        return button.Action switch
        {
            Buttons.Ask => Work(isPrivate, token => newsroom.AskSuggestedAsync(button.Trace, button.Number, trace, asker, token)),
            Buttons.TurnTo => new Plan(
                InteractionCallback.DeferUpdate,
                token => newsroom.PageAsync(button.Trace, button.Number, asker, token)
            ),
            Buttons.Passages => Work(true, token => newsroom.PassagesAsync(button.Trace, trace, asker, token)),
            Buttons.Follow => Work(true, token => daily.FollowAsync(button.Trace, button.Number, asker, token)),
            Buttons.Useful => Work(true, token => SaveFeedbackAsync(button.Trace, asker, true, null, token)),
            // Kept at once: the dialog may be closed without a comment.
            Buttons.NotUseful => new Plan(InteractionCallback.Open(CommentForm.Of(button.Trace)))
            {
                Aside = token => SaveFeedbackAsync(button.Trace, asker, false, null, token),
            },
            _ => new Plan(InteractionCallback.Private(Notice.Gone)),
        };
    }

    private Plan ForEntry(InteractionJson interaction, Asker asker, bool isCounted)
    {
        if (Buttons.Read(interaction.Data?.CustomId) is not { Action: Buttons.Comment } form)
            return new Plan(InteractionCallback.Private(Notice.Gone));
        var comment = CommandInput.Entered(interaction, CommentForm.Field);
        return Refusal(asker, isCounted) ?? Work(true, token => SaveFeedbackAsync(form.Trace, asker, false, comment, token));
    }

    private static Plan Work(bool isPrivate, Func<CancellationToken, Task<Reply>> work) =>
        new(InteractionCallback.Defer(isPrivate), work, isPrivate);

    private Plan? Refusal(Asker asker, bool isCounted)
    {
        if (!channels.Allows(asker))
            return new Plan(InteractionCallback.Private(asker.Guild is null ? Notice.DirectMessagesAreOff : Notice.ChannelIsOff));
        return isCounted && limits.TryTake(asker) is var wait && wait > TimeSpan.Zero
            ? new Plan(InteractionCallback.Private(Notice.TooMany(wait)))
            : null;
    }

    private Plan ForChannels(InteractionJson interaction, Asker asker)
    {
        // Discord hides the command from others, but servers can change that; the permission is decisive.
        if (asker.Guild is null || !asker.MayManage)
            return new Plan(InteractionCallback.Private(Notice.Of("This needs the permission Manage Server.")));
        return CommandInput.Subcommand(interaction) switch
        {
            CommandNames.Allow => Work(true, token => AllowAsync(asker, token)),
            CommandNames.Forbid => Work(true, token => ForbidAsync(asker, token)),
            CommandNames.Channels => Work(true, _ => Task.FromResult(new Reply(Notice.Of(List(channels.Of(asker.Guild.Value.Value)))))),
            _ => new Plan(InteractionCallback.Private(Notice.Unknown)),
        };
    }

    private async Task<Reply> AllowAsync(Asker asker, CancellationToken cancellationToken)
    {
        await channels.AllowAsync(asker, cancellationToken);
        return new Reply(
            Notice.Of("NewsBot now answers in this channel, for everyone who can write here. `/newsbot forbid` switches it off.")
        );
    }

    private async Task<Reply> ForbidAsync(Asker asker, CancellationToken cancellationToken) =>
        new(
            await channels.ForbidAsync(asker, cancellationToken)
                ? Notice.Of("NewsBot no longer answers in this channel.")
                : Notice.Of("The settings switch NewsBot on in this channel: remove its id from `Discord:Channels`.")
        );

    private static string List(IReadOnlyList<ulong> allowed) =>
        allowed.Count == 0
            ? "NewsBot is not switched on in any channel of this server."
            : Cut.Plain("NewsBot answers in " + string.Join(", ", allowed.Select(channel => $"<#{channel}>")), 1900);

    private async Task<Reply> SaveFeedbackAsync(
        string trace,
        Asker asker,
        bool isUseful,
        string? comment,
        CancellationToken cancellationToken
    )
    {
        await replies.RateAsync(trace, asker, isUseful, comment, time.GetUtcNow(), cancellationToken);
        return new Reply(
            Notice.Of(isUseful ? "Noted as useful. Thank you." : "Noted as not useful. Thank you; it helps to improve answers.")
        );
    }

    private static string TargetText(InteractionJson interaction)
    {
        var messages = interaction.Data?.Resolved?.Messages;
        if (messages is null || interaction.Data?.TargetId is not { } target || !messages.TryGetValue(target.ToString(), out var message))
            return "";
        return string.IsNullOrWhiteSpace(message.Content)
            ? string.Join('\n', message.Embeds?.Select(embed => embed.Description) ?? [])
            : message.Content;
    }
}
