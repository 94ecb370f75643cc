using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Paints an answer as the Markdown of a message: paragraphs with empty lines between them. Its sources are on the card.</summary>
internal static class AnswerMarkdown
{
    private const int MaxQuestionChars = 300;
    private const int MaxNameChars = 120;
    private const int MaxHeadlineChars = 200;

    public static string Of(IEnumerable<AnswerBlock> blocks) => Paragraphs(blocks.Select(Paragraph));

    /// <summary>Plain text with its lines as paragraphs.</summary>
    public static string Lines(string text) => Paragraphs(text.Split('\n').Select(SafeText.Markdown));

    private static string Paragraphs(IEnumerable<string> paragraphs) => string.Join("\n\n", paragraphs.Where(paragraph => paragraph.Length > 0));

    private static string Paragraph(AnswerBlock block) => block switch
    {
        AnswerBlock.Understood understood => $"*{AnswerBlock.Understood.Words} {Question(understood.Question)}*",
        AnswerBlock.Heading heading => $"**{Question(heading.Question)}**",
        AnswerBlock.Stated stated => Cited(stated.Statement),
        AnswerBlock.Disputed disputed => Paragraphs(disputed.Sides.Select(Side).Prepend($"**{AnswerBlock.Disputed.Words}**")),
        AnswerBlock.Unanswered unanswered => $"{AnswerBlock.Unanswered.Words} “{Question(unanswered.Question)}”",
        AnswerBlock.Declined => AnswerBlock.Declined.Words,
        AnswerBlock.Nearest nearest => Paragraphs([nearest.Words, string.Join('\n', nearest.Sources.Select(Source))]),
        AnswerBlock.Said said => Lines(said.Text),
        _ => "",
    };

    private static string Question(string question) => SafeText.Markdown(WordCut.At(question, MaxQuestionChars));

    /// <summary>The statement with the numbers of those citations that the message has; nothing when it has none of them.</summary>
    private static string Cited(Statement statement)
    {
        var numbers = statement.Citations.Where(number => number <= MessageSize.MaxCitations).Select(number => " " + CitationMark.Of(number)).ToList();
        return numbers.Count == 0 ? "" : SafeText.Markdown(statement.Text) + string.Concat(numbers);
    }

    private static string Side(DisputedSide side)
    {
        var name = SafeText.Markdown(WordCut.At(SourceLine.NameOf(side.Newest.Headline, side.Newest.Source), MaxNameChars));
        return $"- **{name}, {Days.OrNone(side.Newest.Published)}:** {Cited(side.Statement)}";
    }

    private static string Source(NearestSource source)
    {
        var name = SafeText.Markdown(WordCut.At(SourceLine.NameOf(source.Headline, source.Source), MaxHeadlineChars));
        var linked = SafeLink.Of(source.Link) is { } link ? $"[{name}]({link})" : name;
        return Days.Text(source.Published) is { } day ? $"- {linked} ({day})" : $"- {linked}";
    }
}
