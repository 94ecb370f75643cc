using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>
/// Renders an answer as the Markdown of a message: paragraphs with empty lines between them, the sources last. There is no card with it:
/// clients show text and card as two messages, each with its own thumbs.
/// </summary>
internal static class AnswerMarkdown
{
    /// <summary>Represents the line above the sources.</summary>
    public static readonly string SourcesTitle = $"**{AnswerBlock.Cited.Words}**";

    private const int MaxQuestionChars = 300;
    private const int MaxOutletChars = 100;

    /// <summary>Returns the text. A citation's number appears only with its source, and a source only with its number.</summary>
    public static string Of(Answer answer)
    {
        var blocks = AnswerLayout.Of(answer);
        var body = Paragraphs(blocks.Select(block => Paragraph(block, answer)));
        string[] sources =
        [
            .. blocks
                .OfType<AnswerBlock.Cited>()
                .SelectMany(cited => Sources(cited.Citations.Where(citation => CitationMark.IsIn(body, citation.Number)))),
        ];
        var origin = blocks
            .OfType<AnswerBlock.Origin>()
            .Select(origin => $"{SafeText.Markdown(origin.Words)} · write **passages** to read the text around the quotes");
        return Paragraphs([body, .. sources.Length == 0 ? [] : sources.Prepend(SourcesTitle), .. origin]);
    }

    /// <summary>Returns plain text with its lines as paragraphs.</summary>
    public static string Lines(string text) => Paragraphs(text.Split('\n').Select(SafeText.Markdown));

    private static string Paragraphs(IEnumerable<string> paragraphs) =>
        string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0));

    private static string Paragraph(AnswerBlock block, Answer answer) =>
        block switch
        {
            AnswerBlock.Understood understood => $"*{AnswerBlock.Understood.Words} {Question(understood.Question)}*",
            AnswerBlock.Heading heading => $"**{Question(heading.Question)}**",
            AnswerBlock.Stated stated => Cited(stated.Statement, answer.DayOf(stated.Statement)),
            AnswerBlock.Disputed disputed => Paragraphs(disputed.Sides.Select(Side).Prepend($"**{AnswerBlock.Disputed.Words}**")),
            AnswerBlock.Unanswered unanswered => $"{AnswerBlock.Unanswered.Words} “{Question(unanswered.Question)}”",
            AnswerBlock.Declined => AnswerBlock.Declined.Words,
            AnswerBlock.Nearest nearest => Paragraphs([nearest.Words, string.Join('\n', nearest.Sources.Select(Source))]),
            AnswerBlock.Said said => Lines(said.Text),
            _ => "",
        };

    private static string Question(string question) => SafeText.Markdown(WordCut.At(question, MaxQuestionChars));

    /// <summary>
    /// Returns the statement with its day and the numbers of those citations that are in the message; null when none of them is.
    /// </summary>
    private static string Cited(Statement statement, DateOnly? day)
    {
        var numbers = statement
            .Citations.Where(number => number <= MessageSize.MaxCitations)
            .Select(number => " " + CitationMark.Of(number))
            .ToList();
        return numbers.Count == 0
            ? ""
            : $"{SafeText.Markdown(statement.Shown)}{string.Concat(numbers)}{(Days.Unbroken(day) is { } text ? $" · {text}" : "")}";
    }

    private static string Side(DisputedSide side)
    {
        var day = Days.OrNone(side.Newest.Published);
        var name = SourceLine.NotBlank(side.Newest.Outlet) is { } outlet
            ? $"{SafeText.Markdown(WordCut.At(outlet, MaxOutletChars))}, {day}"
            : day;
        return $"- **{name}:** {Cited(side.Statement, null)}";
    }

    private static string Source(NearestSource source) =>
        $"- {SourceLine.WithHeadline(source.Headline, source.Source, source.Outlet, source.Published, source.Link)}";

    /// <summary>Returns a line for each article: the numbers of its citations, its headline, file, outlet and day.</summary>
    private static IEnumerable<string> Sources(IEnumerable<Citation> citations) =>
        citations
            .GroupBy(citation => citation.Source, StringComparer.Ordinal)
            .Select(article =>
            {
                var first = article.First();
                var marks = string.Join(' ', article.Select(citation => CitationMark.Of(citation.Number)));
                return $"{marks} {SourceLine.WithHeadline(first.Headline, first.Source, first.Outlet, first.Published, first.Link)}";
            });
}
