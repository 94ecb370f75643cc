using NewsBot.Newsroom.Answers;

namespace NewsBot.CommandLine;

/// <summary>An answer for a person's eyes: the statements with numbers, then the sources by number.</summary>
internal static class AnswerText
{
    /// <summary>Writes the whole answer.</summary>
    public static void Write(TextWriter output, Answer answer)
    {
        if (answer.Outcome == Outcome.Answered) WriteAnswered(output, answer);
        else if (answer.Nearest.Count > 0) WriteDeclined(output, answer);
        else output.WriteLine(PlainText.OneLine(answer.Text));
    }

    private static void WriteAnswered(TextWriter output, Answer answer)
    {
        foreach (var statement in answer.Statements)
            output.WriteLine(PlainText.OneLine(statement.Text) + string.Concat(statement.Citations.Select(number => $" [{number}]")));
        foreach (var citation in answer.Citations)
        {
            output.WriteLine();
            output.WriteLine($"[{citation.Number}] {PlainText.Source(citation.Source, citation.Published)}");
            output.WriteLine($"    {PlainText.OneLine(citation.Headline)}");
            // The words of the first source of a statement are the statement; what the others wrote is shown.
            if (!answer.Statements.Any(statement => statement.Text == citation.Quote)) output.WriteLine($"    > {PlainText.OneLine(citation.Quote)}");
            output.WriteLine($"    {citation.Link}");
        }
    }

    private static void WriteDeclined(TextWriter output, Answer answer)
    {
        output.WriteLine("The articles do not answer this question. Nearest found, which is no answer:");
        foreach (var nearest in answer.Nearest)
        {
            output.WriteLine();
            output.WriteLine($"  - {PlainText.Source(nearest.Source, nearest.Published)}");
            output.WriteLine($"    {PlainText.OneLine(nearest.Headline)}");
            output.WriteLine($"    {nearest.Link}");
        }
    }
}
