using System.Globalization;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Teams.Rendering;

/// <summary>Paints an answer as the Markdown of a message: paragraphs with an empty line between them. Its sources are on the card.</summary>
internal static class AnswerMarkdown
{
    private const int MaxQuestionChars = 300;
    private const int MaxNameChars = 120;
    private const int MaxHeadlineChars = 200;

    public static string Of(IEnumerable<AnswerBlock> blocks) => string.Join("\n\n", blocks.Select(Paragraph).Where(paragraph => paragraph.Length > 0));

    private static string Paragraph(AnswerBlock block) => block switch
    {
        AnswerBlock.Understood understood => $"*{AnswerBlock.Understood.Words} {Question(understood.Question)}*",
        AnswerBlock.Heading heading => $"**{Question(heading.Question)}**",
        AnswerBlock.Stated stated => Cited(stated.Statement),
        AnswerBlock.Disputed disputed => $"**{AnswerBlock.Disputed.Words}**\n\n{string.Join("\n\n", disputed.Sides.Select(Side))}",
        AnswerBlock.Unanswered unanswered => $"{AnswerBlock.Unanswered.Words} “{Question(unanswered.Question)}”",
        AnswerBlock.Declined => AnswerBlock.Declined.Words,
        AnswerBlock.Nearest nearest => nearest.Words + (nearest.Sources.Count == 0 ? "" : "\n\n" + string.Join('\n', nearest.Sources.Select(Source))),
        AnswerBlock.Said said => Lines(said.Text),
        _ => "",
    };

    /// <summary>Plain text with its lines as paragraphs.</summary>
    public static string Lines(string text) => string.Join("\n\n", text.Split('\n').Select(SafeText.Markdown).Where(line => line.Length > 0));

    private static string Question(string question) => SafeText.Markdown(WordCut.At(question, MaxQuestionChars));

    /// <summary>The statement with the numbers of those citations that the message has; nothing when it has none of them.</summary>
    private static string Cited(Statement statement)
    {
        var numbers = statement.Citations.Where(number => number <= MessageSize.MaxCitations).ToList();
        return numbers.Count == 0 ? "" : SafeText.Markdown(statement.Text) + string.Concat(numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $" [{number}]")));
    }

    private static string Side(DisputedSide side) =>
        $"- **{SafeText.Markdown(WordCut.At(SourceLine.NameOf(side.Newest.Headline, side.Newest.Source), MaxNameChars))}, {Days.OrNone(side.Newest.Published)}:** {Cited(side.Statement)}";

    private static string Source(NearestSource source)
    {
        var name = SafeText.Markdown(WordCut.At(SourceLine.NameOf(source.Headline, source.Source), MaxHeadlineChars));
        return $"- {(SafeLink.Of(source.Link) is { } link ? $"[{name}]({link})" : name)}{(Days.Text(source.Published) is { } day ? $" ({day})" : "")}";
    }
}
