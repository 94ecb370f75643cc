using System.Text.Json;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Checking;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>
/// Decides what a message leads to. Sends only the progress of a streamed answer; its decisions are stored before they are carried out.
/// Thread-safe.
/// </summary>
internal sealed class TurnAnswerer(INewsroom newsroom, ITeamsStore store, AnswerStreams streams, TimeProvider time)
{
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

    /// <summary>Determines whether the person waits for text, and so sees that the bot is typing.</summary>
    public static bool IsAwaited(TurnContext context) =>
        context.Activity.Type == ActivityTypes.Message && IsForBot(context) && context.Activity.Value is null;

    private static bool IsForBot(TurnContext context) =>
        context.Activity.From?.Id != context.Bot
        && (
            context.IsPersonal
            || context.Activity.Value is not null
            || context.Activity.Entities?.Any(e => e.Type == Entity.Mention && e.Mentioned?.Id == context.Bot) == true
        );

    private async Task<TurnOutcome> MessageAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var known = Nothing() with { Joined = context.Reference(time.GetUtcNow()) };
        if (!IsForBot(context))
            return known;
        var text = MessageText.Read(context.Activity);
        if (context.Activity.Value is { ValueKind: JsonValueKind.Object } value && text.Length == 0)
            return known with { Posts = [context.Reply(await CardMessageAsync(context, value, cancellationToken))] };

        if (await CommandMessageAsync(context, Read(text), cancellationToken) is { } told)
            return known with { Posts = [context.Reply(told)] };

        var asked = await AskAsync(context, text, cancellationToken);
        return known with
        {
            Answer = asked.Given,
            LeadsOn = context.IsPersonal ? asked.LeadsOn : null,
            Posts = [context.Reply(asked.Message, asked.Given?.Id)],
        };
    }

    /// <summary>Answers an edited question again, in place of the old answer.</summary>
    private async Task<TurnOutcome> EditAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (context.Activity.ChannelData?.EventType is not (null or EditEvent) || !IsForBot(context) || context.Activity.Id is not { } id)
            return Nothing();
        var text = MessageText.Read(context.Activity);
        if (Read(text) is not DialogueAct.Question)
            return Nothing();
        if (await store.FindAnswerToAsync(context.Conversation, id, cancellationToken) is not { } earlier || earlier.Question == text)
            return Nothing();

        var (message, given, _) = await AskAsync(context, text, cancellationToken, streamed: false);
        return Nothing() with
        {
            Answer = given,
            Posts = [earlier.ActivityId is { } target ? context.Replace(target, message, given?.Id) : context.Reply(message, given?.Id)],
        };
    }

    private async Task<TurnOutcome> ReactionAsync(TurnContext context, CancellationToken cancellationToken)
    {
        if (
            context.Activity.ReactionsAdded is not [{ Type: { Length: > 0 } reaction }, ..]
            || context.Activity.ReplyToId is not { } message
        )
            return Nothing();
        if (await store.FindAnswerInAsync(context.Conversation, message, cancellationToken) is not { } answer)
            return Nothing();
        return Nothing() with
        {
            Feedback = await FeedbackNote.OfAsync(newsroom, answer, context, reaction, null, time.GetUtcNow(), cancellationToken),
        };
    }

    private async Task<(ShownMessage Message, GivenAnswer? Given, Answer? LeadsOn)> AskAsync(
        TurnContext context,
        string question,
        CancellationToken cancellationToken,
        bool streamed = true
    )
    {
        var desk = newsroom.Desks.Of(context.Reader);
        var request = new QuestionRequest
        {
            Text = question,
            Conversation = $"teams:{context.Conversation}",
            BudgetAccount = context.BudgetAccount,
            Desk = desk,
            SeesEmbargoed = desk?.SeesEmbargoed == true,
            AskedBy = context.Actor,
        };
        var (answer, ending) =
            streamed && newsroom.WritesWithModel && context.IsPersonal
                ? await streams.RunAsync(context, newsroom.AskInStepsAsync(request, cancellationToken), cancellationToken)
                : (await newsroom.AskAsync(request, cancellationToken), null);

        var id = Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var message = AnswerMessage.Render(answer);
        if (ending is not null)
            message = message with { Entities = [.. message.Entities ?? [], ending] };
        var shown = new ShownMessage(message, answer.Sources);
        if (answer.Outcome is not (Outcome.Answered or Outcome.NotFound))
            return (shown, null, null);
        var given = new GivenAnswer
        {
            Id = id,
            Conversation = context.Conversation,
            QuestionActivityId = context.Activity.Id,
            Person = context.Reader.Person,
            Question = question,
            Text = answer.Text,
            Citations =
            [
                .. answer.Citations.Select(c => new GivenCitation(
                    c.Number,
                    c.Source,
                    c.Headline,
                    c.Published,
                    c.Quote,
                    c.Range.Start,
                    c.Range.End,
                    c.Link
                )),
            ],
            At = time.GetUtcNow(),
        };
        return (shown, given, answer);
    }

    /// <summary>Returns the reply to a command; null for a message that the newsroom answers itself.</summary>
    private async Task<ShownMessage?> CommandMessageAsync(TurnContext context, DialogueAct act, CancellationToken cancellationToken) =>
        act switch
        {
            DialogueAct.Help or DialogueAct.Empty => new(HelpMessage.Help(context.IsPersonal)),
            DialogueAct.Sources { Query: { Length: > 0 } query, Filter: var filter } => await ShownPassages.MessageAsync(
                newsroom,
                context,
                query,
                filter,
                cancellationToken
            ),
            DialogueAct.Check { Text: { Length: > 0 } text } => await CheckAsync(context, text, cancellationToken),
            DialogueAct.Passages => await ShownPassages.MessageBehindNewestAsync(
                newsroom,
                store,
                context.Conversation,
                RightsOf(context),
                cancellationToken
            ),
            DialogueAct.Digest { Day: var day } => await DailyCommands.DigestAsync(newsroom, context, day, cancellationToken),
            DialogueAct.Subscription { Words: var words } => new(
                await DailyCommands.SubscriptionsAsync(newsroom, context, words, cancellationToken)
            ),
            DialogueAct.Desk { Order: var order } => new(await DailyCommands.DeskAsync(newsroom, context, order, cancellationToken)),
            DialogueAct.Alert { Words: AlertVerbs.Follow } => new(await FollowAsync(context, cancellationToken)),
            DialogueAct.Alert { Words: var words } => new(await DailyCommands.AlertsAsync(newsroom, context, words, cancellationToken)),
            DialogueAct.Timeline { Topic: var topic } => await DailyCommands.TimelineAsync(newsroom, context, topic, cancellationToken),
            _ => null,
        };

    /// <summary>Follows the story of the newest answer; where there is none, the reply says how to follow a story of a digest.</summary>
    private async Task<Activity> FollowAsync(TurnContext context, CancellationToken cancellationToken) =>
        (await store.FindAnswerInAsync(context.Conversation, null, cancellationToken))?.Newest is { } newest
            ? AnswerMessage.Plain(await DailyCommands.FollowAsync(newsroom, context, newest.Source, cancellationToken))
            : await DailyCommands.AlertsAsync(newsroom, context, AlertVerbs.Follow, cancellationToken);

    /// <summary>Returns what the articles say about a text; null if it contains no sentence.</summary>
    private async Task<ShownMessage?> CheckAsync(TurnContext context, string text, CancellationToken cancellationToken)
    {
        var rights = RightsOf(context);
        if (await newsroom.CheckAsync(text, rights, cancellationToken) is not { Count: > 0 } sentences)
            return null;
        newsroom.Record(context.Actor, AuditAction.TextChecked, rights.Desk, words: text);
        return new(CheckMessage.Render(sentences, (source, quote) => newsroom.LinkTo(source, quote)), CheckedSentence.SourcesOf(sentences));
    }

    /// <summary>Answers the button of a card on a client that does not support universal actions.</summary>
    private async Task<ShownMessage> CardMessageAsync(TurnContext context, JsonElement value, CancellationToken cancellationToken)
    {
        switch (CardInput.Text(value, CardElements.VerbKey))
        {
            case Verbs.Sources:
                var query = CardInput.Text(value, Verbs.QueryKey)?.Trim() ?? "";
                return query.Length == 0
                    ? new(AnswerMessage.Plain(DialogueReplies.To(new DialogueAct.Sources(""))))
                    : await ShownPassages.MessageAsync(newsroom, context, query, ArticleFilter.None, cancellationToken);
            case Verbs.Digest:
                return await DailyCommands.DigestAsync(newsroom, context, null, cancellationToken);
            case Verbs.Follow when CardInput.Text(value, Verbs.SourceKey) is { } source:
                return new(AnswerMessage.Plain(await DailyCommands.FollowAsync(newsroom, context, source, cancellationToken)));
            case Verbs.Help:
                return new(HelpMessage.Help(context.IsPersonal));
            case Verbs.Passages:
                return await ShownPassages.MessageBehindAsync(
                    newsroom,
                    store,
                    context.Conversation,
                    CardInput.Text(value, Verbs.AnswerKey),
                    RightsOf(context),
                    cancellationToken
                );
            default:
                return new(AnswerMessage.Text(Sentences.OldButton));
        }
    }

    private ReaderRights RightsOf(TurnContext context) => ReaderRights.Of(newsroom.Desks.Of(context.Reader));

    private DialogueAct Read(string text) => DialogueReader.Read(text, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));

    private TurnOutcome Nothing() => new() { At = time.GetUtcNow() };
}
