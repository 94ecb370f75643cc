using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Archive.Articles;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Dialogue;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Answers invokes, whose reply is the HTTP response itself. Thread-safe.</summary>
internal sealed class InvokeAnswerer(INewsroom newsroom, ITeamsStore store, FeedbackStore feedback, TimeProvider time)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    /// <summary>Returns the JSON of the reply; null for an unknown kind of invoke.</summary>
    public async Task<byte[]?> AnswerAsync(TurnContext context, CancellationToken cancellationToken) =>
        context.Activity.Name switch
        {
            "adaptiveCard/action" => JsonSerializer.SerializeToUtf8Bytes(
                await CardAsync(context, cancellationToken),
                TeamsJson.Default.CardActionResponse
            ),
            "message/submitAction" => await FeedbackAsync(context, cancellationToken),
            "message/fetchTask" => JsonSerializer.SerializeToUtf8Bytes(FeedbackForm(), TeamsJson.Default.TaskModuleResponse),
            _ => null,
        };

    private async Task<CardActionResponse> CardAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var action = CardInput.Member(context.Activity.Value, "action");
        var data = CardInput.Member(action, "data");
        var rights = ReaderRights.Of(newsroom.Desks.Of(context.Reader));
        switch (CardInput.Text(action, "verb") ?? CardInput.Text(data, CardElements.VerbKey))
        {
            case Verbs.Passages:
                var answerId = CardInput.Text(data, Verbs.AnswerKey);
                return
                    await ShownPassages.CardAsync(newsroom, store, context.Conversation, answerId, rights, cancellationToken)
                        is { } passages
                    ? Card(passages)
                    : Message(Sentences.AnswerGone);
            case Verbs.Sources:
                var query = CardInput.Text(data, Verbs.QueryKey)?.Trim() ?? "";
                return Card(
                    query.Length == 0
                        ? HelpMessage.Card([SafeText.Card(DialogueReplies.To(new DialogueAct.Sources("")))])
                        : PassagesCard.OfSearch(
                            query,
                            ArticleFilter.None,
                            await ShownPassages.SearchAsync(newsroom, context, query, ArticleFilter.None, cancellationToken)
                        )
                );
            case Verbs.Digest:
                return Card(
                    await DailyCommands.FindDigestAsync(newsroom, context, null, cancellationToken) is { } digest
                        ? DigestMessage.CardOf(digest)
                        : HelpMessage.Card([Sentences.NoDigest])
                );
            case Verbs.Follow when CardInput.Text(data, Verbs.SourceKey) is { } source:
                return Message(SafeText.Markdown(await DailyCommands.FollowAsync(newsroom, context, source, cancellationToken)));
            case Verbs.Help:
                return Card(HelpMessage.HelpCard(context.IsPersonal));
            default:
                return Message(Sentences.OldButton);
        }
    }

    /// <summary>Stores feedback; if it names no message, it is on the newest answer of the conversation.</summary>
    private async Task<byte[]> FeedbackAsync(TurnContext context, CancellationToken cancellationToken)
    {
        var value = CardInput.Member(context.Activity.Value, "actionValue");
        if (
            CardInput.Text(context.Activity.Value ?? default, "actionName") == "feedback"
            && CardInput.Text(value, "reaction") is { } reaction
        )
        {
            var answer = await store.FindAnswerInAsync(context.Conversation, context.Activity.ReplyToId, cancellationToken);
            await feedback.AddAsync(
                await FeedbackNote.OfAsync(
                    newsroom,
                    answer,
                    context,
                    reaction,
                    CardInput.Text(value, "feedback"),
                    time.GetUtcNow(),
                    cancellationToken
                ),
                cancellationToken
            );
        }

        return "{}"u8.ToArray();
    }

    private static TaskModuleResponse FeedbackForm() =>
        new(
            new TaskModuleContinue(
                "continue",
                new TaskModuleInfo(
                    "Feedback",
                    "small",
                    "small",
                    CardElements.Attach(
                        CardElements.Card(
                            [
                                new JsonObject
                                {
                                    ["type"] = "Input.Text",
                                    ["id"] = "feedback",
                                    ["label"] = "What was good or wrong about this answer?",
                                    ["isMultiline"] = true,
                                    ["maxLength"] = ReaderFeedback.MaxCommentChars,
                                },
                            ],
                            [new JsonObject { ["type"] = "Action.Submit", ["title"] = "Send" }]
                        )
                    )
                )
            )
        );

    /// <summary>Returns a card that replaces the one whose button was pressed, with a way back to it.</summary>
    private static CardActionResponse Card(JsonObject card)
    {
        if (card["actions"] is JsonArray { Count: 0 } actions)
            actions.Add(CardElements.Do("Help", Verbs.Help));
        return new(200, Attachment.AdaptiveCard, card);
    }

    private static CardActionResponse Message(string text) => new(200, MessageType, JsonValue.Create(text));
}
