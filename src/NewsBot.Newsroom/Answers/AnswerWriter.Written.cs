using NewsBot.Newsroom.Grounding.Verdicts;

namespace NewsBot.Newsroom.Answers;

/// <content>Answers that a model wrote.</content>
internal sealed partial class AnswerWriter
{
    /// <summary>An answer of grounded statements; <paramref name="composer"/> is the model's name.</summary>
    public Answer Written(string question, IReadOnlyList<GroundedStatement> grounded, string composer, TimeSpan elapsed)
    {
        var citations = new List<Citation>();
        var statements = grounded.Select(one => new Statement(one.Text, [.. one.Evidence.Select(evidence => Number(evidence.Article, evidence.Range, citations))])).ToArray();
        return new Answer
        {
            Question = question,
            Outcome = Outcome.Answered,
            Text = string.Join(' ', statements.Select(TextOf)),
            Statements = statements,
            Citations = citations,
            Grounds = grounded,
            Composer = composer,
            Elapsed = elapsed,
        };
    }
}
