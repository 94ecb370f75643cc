using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Rendering;

/// <summary>Renders an answer as one message of Teams, with its sources and one pair of thumbs.</summary>
internal static class AnswerMessage
{
    private const string WrittenByModel = "AIGeneratedContent";
    private const int MaxNameChars = 80;
    private const int MaxAbstractChars = 160;

    /// <summary>Specifies the minimum length of a quote's beginning that is worth showing.</summary>
    private const int MinQuoteChars = 30;

    public static Activity Render(Answer answer)
    {
        var message = Text(AnswerMarkdown.Of(answer));
        return answer.Outcome switch
        {
            Outcome.Answered => message with { Entities = [Cited(answer, message.Text!)], ChannelData = Feedback() },
            Outcome.NotFound => message with { ChannelData = Feedback() },
            _ => message,
        };
    }

    /// <summary>Returns a message of text in Markdown, and nothing else.</summary>
    public static Activity Text(string markdown) =>
        new()
        {
            Type = ActivityTypes.Message,
            TextFormat = "markdown",
            Text = markdown,
        };

    /// <summary>Returns a message of plain text, and nothing else, each line a paragraph.</summary>
    public static Activity Plain(string text) => Text(AnswerMarkdown.Lines(text));

    private static Entity Cited(Answer answer, string text) =>
        new()
        {
            Type = Entity.SchemaMessage,
            SchemaType = "Message",
            SchemaContext = "https://schema.org",
            SchemaId = "",
            AdditionalType = answer.IsWrittenByModel ? [WrittenByModel] : null,
            Citation = [.. answer.Citations.Where(citation => CitationMark.IsIn(text, citation.Number)).Select(Claim)],
        };

    /// <summary>
    /// Returns the card over a citation. Teams shows the name above the abstract, other Microsoft clients the abstract above the name: in
    /// both, the card begins with the source, and the quote comes last.
    /// </summary>
    private static CitationClaim Claim(Citation citation) =>
        new()
        {
            Position = citation.Number,
            Appearance = new CitationAppearance
            {
                Name = WordCut.At(SourceLine.NameOf(citation.Headline, citation.Source), MaxNameChars),
                Abstract = Abstract(citation),
                Url = SafeLink.Of(citation.Link),
            },
        };

    private static string Abstract(Citation citation)
    {
        var source = SourceLine.Short(citation.Source, citation.Outlet, citation.Published, MaxAbstractChars);
        var room = MaxAbstractChars - source.Length - " · “”".Length;
        return room >= MinQuoteChars && SourceLine.NotBlank(citation.Quote) is { } quote
            ? $"{source} · “{WordCut.At(quote, room)}”"
            : source;
    }

    private static ChannelData Feedback() => new() { FeedbackLoop = new FeedbackLoop("default") };
}
