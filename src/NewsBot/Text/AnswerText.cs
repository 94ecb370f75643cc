using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Text;

/// <summary>Writes an answer for a terminal: paragraphs of plain text with an empty line between them.</summary>
internal static class AnswerText
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(TextWriter output, Answer answer)
    {
        AnswerBlock? before = null;
        foreach (var block in AnswerLayout.Of(answer))
        {
            var goesOn = before is null or AnswerBlock.Heading || (before is AnswerBlock.Stated && block is AnswerBlock.Stated);
            if (!goesOn)
                output.WriteLine();
            Write(output, block, answer);
            before = block;
        }
    }

    private static void Write(TextWriter output, AnswerBlock block, Answer answer)
    {
        switch (block)
        {
            case AnswerBlock.Understood understood:
                output.WriteLine($"{AnswerBlock.Understood.Words} {PlainText.OneLine(understood.Question)}");
                break;
            case AnswerBlock.Heading heading:
                output.WriteLine(PlainText.OneLine(heading.Question));
                break;
            case AnswerBlock.Stated stated:
                output.WriteLine(Cited(stated.Statement));
                break;
            case AnswerBlock.Disputed disputed:
                output.WriteLine(AnswerBlock.Disputed.Words);
                foreach (var side in disputed.Sides)
                    output.WriteLine(
                        $"  - {PlainText.Source(side.Newest.Source, side.Newest.Outlet, side.Newest.Published)}: {Cited(side.Statement)}"
                    );
                break;
            case AnswerBlock.Unanswered unanswered:
                output.WriteLine($"{AnswerBlock.Unanswered.Words} {PlainText.OneLine(unanswered.Question)}");
                break;
            case AnswerBlock.Declined:
                output.WriteLine(AnswerBlock.Declined.Words);
                break;
            case AnswerBlock.Nearest nearest:
                Write(output, nearest);
                break;
            case AnswerBlock.Found found:
                PassageText.Write(output, found.Passages);
                break;
            case AnswerBlock.Said said:
                output.WriteLine(PlainText.Lines(said.Text));
                break;
            case AnswerBlock.Cited cited:
                Write(output, cited, answer);
                break;
            case AnswerBlock.Origin origin:
                output.WriteLine($"{PlainText.OneLine(origin.Words)}.");
                break;
        }
    }

    private static void Write(TextWriter output, AnswerBlock.Nearest nearest)
    {
        output.WriteLine(nearest.Words);
        foreach (var source in nearest.Sources)
        {
            output.WriteLine();
            output.WriteLine($"  - {PlainText.Source(source.Source, source.Outlet, source.Published)}");
            output.WriteLine($"    {PlainText.OneLine(source.Headline)}");
            output.WriteLine($"    {source.Link}");
        }
    }

    private static void Write(TextWriter output, AnswerBlock.Cited cited, Answer answer)
    {
        foreach (var (place, citation) in cited.Citations.Index())
        {
            if (place > 0)
                output.WriteLine();
            output.WriteLine($"[{citation.Number}] {PlainText.Source(citation.Source, citation.Outlet, citation.Published)}");
            output.WriteLine($"    {PlainText.OneLine(citation.Headline)}");
            // The statement is in the words of its first source; what the others wrote is shown.
            if (!answer.Statements.Any(statement => statement.Text == citation.Quote))
                output.WriteLine($"    > {PlainText.OneLine(citation.Quote)}");
            output.WriteLine($"    {citation.Link}");
        }
    }

    private static string Cited(Statement statement) =>
        PlainText.OneLine(statement.Shown) + string.Concat(statement.Citations.Select(number => $" [{number}]"));
}
