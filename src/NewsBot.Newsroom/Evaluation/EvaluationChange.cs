namespace NewsBot.Newsroom.Evaluation;

/// <summary>Represents a question whose verdict differs from that of an earlier run.</summary>
/// <param name="Id">The id of the question.</param>
/// <param name="Before">The earlier verdict.</param>
/// <param name="Now">The verdict of this run.</param>
public sealed record EvaluationChange(string Id, EvaluationVerdict Before, EvaluationVerdict Now)
{
    /// <summary>Gets a value indicating whether the verdict was right and no longer is.</summary>
    public bool IsRegression =>
        Before is EvaluationVerdict.Right or EvaluationVerdict.Declined
        && Now is not (EvaluationVerdict.Right or EvaluationVerdict.Declined);
}
