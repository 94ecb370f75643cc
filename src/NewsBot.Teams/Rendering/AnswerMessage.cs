using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Paints an answer as a message of Teams.</summary>
internal static class AnswerMessage
{
    private const string WrittenByModel = "AIGeneratedContent";
    private const int MaxNameChars = 80;
    private const int MaxAbstractChars = 160;
    private const int MaxSuggestionChars = 300;

    /// <param name="answer">The answer.</param>
    /// <param name="answerId">The id under which it is kept, for its buttons.</param>
    /// <param name="personal">Whether it goes to a personal chat: only there are suggested actions shown.</param>
    public static Activity Render(Answer answer, string answerId, bool personal)
    {
        var blocks = AnswerLayout.Of(answer);
        var message = Text(AnswerMarkdown.Of(blocks));
        return answer.Outcome switch
        {
            Outcome.Answered => WithSources(message, answer, blocks, answerId) with { ChannelData = Feedback() },
            Outcome.NotFound => message with { SuggestedActions = personal ? Suggestions(answer) : null, ChannelData = Feedback() },
            _ => message,
        };
    }

    /// <summary>A message with nothing but text in Markdown.</summary>
    public static Activity Text(string markdown) => new() { Type = ActivityTypes.Message, TextFormat = "markdown", Text = markdown };

    /// <summary>A message with nothing but plain text, each line of it a paragraph.</summary>
    public static Activity Plain(string text) => Text(AnswerMarkdown.Lines(text));

    private static Activity WithSources(Activity message, Answer answer, IReadOnlyList<AnswerBlock> blocks, string answerId)
    {
        var cited = answer.Citations
            .Where(citation => citation.Number <= MessageSize.MaxCitations && CitationMark.IsIn(message.Text!, citation.Number))
            .ToList();
        return message with
        {
            Entities =
            [
                new Entity
                {
                    Type = Entity.SchemaMessage,
                    SchemaType = "Message",
                    SchemaContext = "https://schema.org",
                    SchemaId = "",
                    AdditionalType = answer.IsWrittenByModel ? [WrittenByModel] : null,
                    Citation = [.. cited.Select(Claim)],
                },
            ],
            Attachments = [CardElements.Attach(AnswerCard.Of(blocks, cited, answerId, Query(answer)))],
        };
    }

    private static CitationClaim Claim(Citation citation) => new()
    {
        Position = citation.Number,
        Appearance = new CitationAppearance
        {
            Name = WordCut.At(SourceLine.NameOf(citation.Headline, citation.Source), MaxNameChars),
            Abstract = WordCut.At(SourceLine.NameOf(citation.Quote, citation.Source), MaxAbstractChars),
            Url = SafeLink.Of(citation.Link),
        },
    };

    private static ChannelData Feedback() => new() { FeedbackLoop = new FeedbackLoop("default") };

    private static SuggestedActions? Suggestions(Answer answer) => Query(answer) is not { } query ? null : new SuggestedActions
    {
        Actions =
        [
            new CardAction { Title = "Search the sources", Value = $"sources {query}" },
            new CardAction { Title = "Digest", Value = "digest" },
            new CardAction { Title = "Help", Value = "help" },
        ],
    };

    private static string? Query(Answer answer) => SafeText.Plain(answer.Question).TrimEnd('?', ' ') is { Length: > 0 and <= MaxSuggestionChars } query ? query : null;
}
