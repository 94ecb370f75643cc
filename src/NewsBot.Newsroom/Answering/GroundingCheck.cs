using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// Checks an answer before it leaves: every statement was grounded, every quote is verbatim in a passage of the article cited, and, unless
/// a language model wrote the answer, each statement is the quote itself.
/// </summary>
internal static class GroundingCheck
{
    /// <summary>
    /// Determines whether an answer may leave. Declines, replies and lists of sources may if they contain neither statements nor citations.
    /// </summary>
    public static bool Holds(Answer answer)
    {
        if (answer.Outcome != Outcome.Answered)
            return answer.Statements.Count == 0 && answer.Citations.Count == 0;
        if (answer.Statements.Count == 0 || answer.Statements.Count != answer.Grounds.Count)
            return false;
        for (var i = 0; i < answer.Statements.Count; i++)
        {
            if (!Holds(answer.Statements[i], answer.Grounds[i], answer))
                return false;
        }

        return true;
    }

    private static bool Holds(Statement statement, GroundedStatement ground, Answer answer)
    {
        if (statement.Text != ground.Text || statement.Citations.Count == 0 || statement.Citations.Count != ground.Evidence.Count)
            return false;
        for (var i = 0; i < statement.Citations.Count; i++)
        {
            var number = statement.Citations[i];
            if (number < 1 || number > answer.Citations.Count || !StandsIn(answer.Citations[number - 1], ground.Evidence[i]))
                return false;
        }

        return answer.IsWrittenByModel || statement.Text == answer.Citations[statement.Citations[0] - 1].Quote;
    }

    private static bool StandsIn(Citation citation, GroundedQuote evidence) =>
        citation.Source == evidence.Article.Source && citation.Range == evidence.Range && evidence.Says(citation.Quote);
}
