namespace NewsBot.Newsroom.Evaluation;

/// <summary>A question whose verdict is another one than in an earlier run.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Before">The earlier verdict.</param>
/// <param name="Now">The verdict of this run.</param>
public sealed record EvaluationChange(string Id, EvaluationVerdict Before, EvaluationVerdict Now)
{
    /// <summary>It was right, and is not any more.</summary>
    public bool IsRegression => Before is EvaluationVerdict.Right or EvaluationVerdict.Declined && Now is not (EvaluationVerdict.Right or EvaluationVerdict.Declined);
}
