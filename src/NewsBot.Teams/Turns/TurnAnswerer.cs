using System.Text.Json;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Teams.Facade;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Decides what a message leads to. It sends nothing but the progress of a streamed answer; what it decides is stored before it happens. Thread-safe.</summary>
internal sealed class TurnAnswerer(ITeamsNewsroom newsroom, ITeamsStore store, AnswerStreams streams, TimeProvider time)
{
    private const int TopSources = 5;
    private const string EditEvent = "editMessage";

    public async Task<TurnOutcome> AnswerAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var outcome = context.Activity.Type switch
        {
            ActivityTypes.Message => await MessageAsync(context, cancellationToken),
            ActivityTypes.MessageUpdate => await EditAsync(context, cancellationToken),
            ActivityTypes.MessageReaction => await ReactionAsync(context, cancellationToken),
            ActivityTypes.InstallationUpdate => Membership.OfInstallation(context, time.GetUtcNow()),
            ActivityTypes.ConversationUpdate => Membership.OfConversation(context, time.GetUtcNow()),
            _ => Nothing(),
        };
        return outcome with { At = time.GetUtcNow() };
    }

    /// <summary>Whether the person waits for words, and so sees that the bot is typing.</summary>
    public static bool IsAwaited(TurnContext context) => context.Activity.Type == ActivityTypes.Message && IsForBot(context) && context.Activity.Value is null;

    private static bool IsForBot(TurnContext context) =>
        context.Activity.From?.Id != context.Bot
        && (context.IsPersonal || context.Activity.Value is not null
            || context.Activity.Entities?.Any(e => e.Type == Entity.Mention && e.Mentioned?.Id == context.Bot) == true);

    private async Task<TurnOutcome> MessageAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var known = Nothing() with { Joined = context.Reference(time.GetUtcNow()) };
        if (!IsForBot(context))
            return known;
        var text = MessageText.Read(context.Activity);
        if (context.Activity.Value is { ValueKind: JsonValueKind.Object } value && text.Length == 0)
            return known with { Posts = [context.Reply(await CardMessageAsync(context, value, cancellationToken))] };

        var command = Command.Read(text);
        if (command.Kind != CommandKind.Ask)
            return known with { Posts = [context.Reply(await CommandMessageAsync(context, command, cancellationToken))] };

        var (message, given) = await AskAsync(context, command.Text, cancellationToken);
        return known with { Answer = given, Posts = [context.Reply(message, given?.Id)] };
    }

    /// <summary>An edited question gets its answer anew, in the place of the old one.</summary>
    private async Task<TurnOutcome> EditAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.ChannelData?.EventType is not (null or EditEvent) || !IsForBot(context) || context.Activity.Id is not { } id)
            return Nothing();
        var command = Command.Read(MessageText.Read(context.Activity));
        if (command.Kind != CommandKind.Ask || await store.FindAnswerToAsync(context.Conversation, id, cancellationToken) is not { } earlier || earlier.Question == command.Text)
            return Nothing();

        var (message, given) = await AskAsync(context, command.Text, cancellationToken, streamed: false);
        return Nothing() with
        {
            Answer = given,
            Posts = [earlier.ActivityId is { } target ? context.Replace(target, message, given?.Id) : context.Reply(message, given?.Id)],
        };
    }

    private async Task<TurnOutcome> ReactionAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.ReactionsAdded is not [{ Type: { Length: > 0 } reaction }, ..] || context.Activity.ReplyToId is not { } message)
            return Nothing();
        if (await store.FindAnswerInAsync(context.Conversation, message, cancellationToken) is not { } answer)
            return Nothing();
        return Nothing() with { Feedback = await FeedbackNote.OfAsync(newsroom, answer, context, reaction, null, time.GetUtcNow(), cancellationToken) };
    }

    private async Task<(Activity Message, GivenAnswer? Given)> AskAsync(TurnContext context, string question, CancellationToken cancellationToken, bool streamed = true)
    {
        var request = new QuestionRequest { Text = question, Conversation = $"teams:{context.Conversation}", Desk = context.Desk };
        var (answer, ending) = streamed && newsroom.WritesWithModel && context.IsPersonal
            ? await streams.RunAsync(context, newsroom.AskWithProgressAsync(request, cancellationToken), cancellationToken)
            : (await newsroom.AskAsync(request, cancellationToken), null);

        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var message = AnswerMessage.Render(answer, id, context.IsPersonal);
        if (ending is not null)
            message = message with { Entities = [.. message.Entities ?? [], ending] };
        return (message, answer.Outcome == Outcome.Invalid ? null : new GivenAnswer
        {
            Id = id,
            Conversation = context.Conversation,
            QuestionActivityId = context.Activity.Id,
            Question = question,
            Text = answer.Text,
            Citations = [.. answer.Citations.Select(c => new GivenCitation(c.Number, c.Source, c.Headline, c.Published, c.Quote, c.Range.Start, c.Range.End, c.Link))],
            At = time.GetUtcNow(),
        });
    }

    private async Task<Activity> CommandMessageAsync(TurnContext context, Command command, CancellationToken cancellationToken) => command.Kind switch
    {
        CommandKind.Sources when command.Text.Length == 0 => AnswerMessage.Text(Sentences.SourcesUsage),
        CommandKind.Sources => SourcesMessage.Render(command.Text, await newsroom.SourcesAsync(command.Text, TopSources, cancellationToken)),
        CommandKind.Digest when newsroom.Daily is { } daily => await DailyCommands.DigestAsync(daily, context, command.Text, cancellationToken),
        CommandKind.Subscriptions when newsroom.Daily is { } daily => await DailyCommands.SubscriptionsAsync(daily, context, command.Text, cancellationToken),
        CommandKind.Timeline when newsroom.Daily is { } daily => await DailyCommands.TimelineAsync(daily, context, command.Text, cancellationToken),
        CommandKind.Digest or CommandKind.Subscriptions or CommandKind.Timeline => AnswerMessage.Text(Sentences.NoDigest),
        _ => HelpMessage.Help(context.IsPersonal),
    };

    /// <summary>A button of a card, from a client that knows no universal actions.</summary>
    private async Task<Activity> CardMessageAsync(TurnContext context, JsonElement value, CancellationToken cancellationToken)
    {
        switch (CardInput.Text(value, CardElements.VerbKey))
        {
            case Verbs.Sources:
                return await CommandMessageAsync(context, new(CommandKind.Sources, CardInput.Text(value, Verbs.QueryKey)?.Trim() ?? ""), cancellationToken);
            case Verbs.Digest:
                return await CommandMessageAsync(context, new(CommandKind.Digest, ""), cancellationToken);
            case Verbs.Help:
                return HelpMessage.Help(context.IsPersonal);
            case Verbs.Passages:
                return await AnswerPassages.CardAsync(newsroom, store, context.Conversation, CardInput.Text(value, Verbs.AnswerKey), cancellationToken) is { } card
                    ? AnswerMessage.Text("The passages behind the answer:") with { Attachments = [CardElements.Attach(card)] }
                    : AnswerMessage.Text(Sentences.AnswerGone);
            default:
                return AnswerMessage.Text(Sentences.OldButton);
        }
    }

    private TurnOutcome Nothing() => new() { At = time.GetUtcNow() };
}
