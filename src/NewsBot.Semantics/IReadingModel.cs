namespace NewsBot.Semantics;

/// <summary>
/// Reads pairs of texts for their meaning: whether a sentence answers a question, whether a passage supports a statement, whether two
/// reports say the same. Thread-safe; the same pair gets the same scores in every call.
/// </summary>
public interface IReadingModel
{
    /// <summary>
    /// Returns, for each candidate, the probability that it answers the question by itself, from 0 to 1, in the order of the candidates.
    /// </summary>
    /// <exception cref="OperationCanceledException">Cancelled before all candidates were read.</exception>
    float[] ScoreAnswers(string question, IReadOnlyList<TextInContext> candidates, CancellationToken cancellationToken);

    /// <summary>Returns what each statement's passage does to it, in the order of the statements.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before all statements were read.</exception>
    Entailment[] Entail(IReadOnlyList<Statement> statements, CancellationToken cancellationToken);

    /// <summary>Returns how the second report of each pair relates to the first, in the order of the pairs.</summary>
    /// <exception cref="OperationCanceledException">Cancelled before all pairs were read.</exception>
    Agreement[] Compare(IReadOnlyList<(TextInContext First, TextInContext Second)> reports, CancellationToken cancellationToken);
}
