using System.Text;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Language;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Compares answers with what is known. Thread-safe.</summary>
public static class EvaluationJudge
{
    /// <summary>Returns the verdict on one answer. Any run of white space, including non-breaking spaces, counts as one space.</summary>
    public static EvaluationVerdict Judge(EvaluationQuestion question, Answer answer)
    {
        if (!question.Answerable)
            return answer.Outcome == Outcome.Answered ? EvaluationVerdict.FalseAnswer : EvaluationVerdict.Declined;
        if (answer.Outcome != Outcome.Answered)
            return question.MayDecline ? EvaluationVerdict.Right : EvaluationVerdict.FalseRefusal;
        if (!IsRight(question, answer))
            return EvaluationVerdict.Wrong;
        var isCited =
            question.CiteAny.Count == 0
            || answer.Citations.Any(citation => question.CiteAny.Contains(citation.Source, StringComparer.Ordinal));
        return isCited ? EvaluationVerdict.Right : EvaluationVerdict.WrongSource;
    }

    private static bool IsRight(EvaluationQuestion question, Answer answer)
    {
        var text = WhiteSpace.Fold(answer.Text);
        if (!question.Must.All(group => group.Any(expression => expression.IsMatch(text))))
            return false;
        if (question.MustNot.Any(expression => expression.IsMatch(text)))
            return false;
        if (question.Answers.Count == 0)
            return true;
        var statements = Fold(string.Join(' ', answer.Statements.Select(statement => statement.Text)));
        return question.Answers.Any(expected => statements.Contains(Fold(expected), StringComparison.Ordinal));
    }

    /// <summary>
    /// Returns the text in lower case, with a space at both ends and one wherever there is anything but letters and digits.
    /// </summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(" ");
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
                folded.Append(char.ToLowerInvariant(c));
            else if (folded[^1] != ' ')
                folded.Append(' ');
        }

        if (folded[^1] != ' ')
            folded.Append(' ');
        return folded.ToString();
    }
}
