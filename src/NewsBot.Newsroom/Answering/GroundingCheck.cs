using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answering;

/// <summary>
/// The last gate before an answer leaves: every statement is one that was grounded, every quote stands word for word in a passage of the article that it
/// cites, and without a model the statement is that quote.
/// </summary>
internal static class GroundingCheck
{
    /// <summary>Returns whether an answer may leave; a decline, a reply and a list of sources may.</summary>
    public static bool Holds(Answer answer)
    {
        if (answer.Outcome != Outcome.Answered) return answer.Statements.Count == 0 && answer.Citations.Count == 0;
        if (answer.Statements.Count == 0 || answer.Statements.Count != answer.Grounds.Count) return false;
        for (var i = 0; i < answer.Statements.Count; i++)
        {
            if (!Holds(answer.Statements[i], answer.Grounds[i], answer)) return false;
        }

        return true;
    }

    private static bool Holds(Statement statement, GroundedStatement ground, Answer answer)
    {
        if (statement.Text != ground.Text || statement.Citations.Count == 0 || statement.Citations.Count != ground.Evidence.Count) return false;
        for (var i = 0; i < statement.Citations.Count; i++)
        {
            var number = statement.Citations[i];
            if (number < 1 || number > answer.Citations.Count || !StandsIn(answer.Citations[number - 1], ground.Evidence[i])) return false;
        }

        return answer.IsWrittenByModel || statement.Text == answer.Citations[statement.Citations[0] - 1].Quote;
    }

    private static bool StandsIn(Citation citation, GroundedQuote evidence) =>
        citation.Source == evidence.Article.Source && citation.Range == evidence.Range && evidence.Says(citation.Quote);
}
