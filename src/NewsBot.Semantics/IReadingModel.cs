namespace NewsBot.Semantics;

/// <summary>
/// Reads pairs of texts for their meaning: whether a sentence answers a question, whether a passage supports a statement, whether two reports say the same.
/// Thread-safe; the same pair gets the same scores in every call.
/// </summary>
public interface IReadingModel
{
    /// <summary>Returns for each candidate the probability that it answers the question by itself, 0 to 1, in the candidates' order.</summary>
    /// <exception cref="OperationCanceledException">When cancelled before all were read.</exception>
    float[] ScoreAnswers(string question, IReadOnlyList<TextInContext> candidates, CancellationToken cancellationToken);

    /// <summary>Returns for each statement what its passage does to it, in the statements' order.</summary>
    /// <exception cref="OperationCanceledException">When cancelled before all were read.</exception>
    Entailment[] Entail(IReadOnlyList<Statement> statements, CancellationToken cancellationToken);

    /// <summary>Returns for each pair what the second report is to the first, in the pairs' order.</summary>
    /// <exception cref="OperationCanceledException">When cancelled before all were read.</exception>
    Agreement[] Compare(IReadOnlyList<(TextInContext First, TextInContext Second)> reports, CancellationToken cancellationToken);
}
