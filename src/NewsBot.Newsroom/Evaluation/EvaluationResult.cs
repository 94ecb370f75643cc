using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>Represents a question, its answer and the verdict on it. Immutable.</summary>
/// <param name="Question">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Verdict">How the answer compares with what is known.</param>
/// <param name="Kind">The kind of thing that the question was read to ask for.</param>
public sealed record EvaluationResult(EvaluationQuestion Question, Answer Answer, EvaluationVerdict Verdict, string Kind);
