using NewsBot.Newsroom.Answers;

namespace NewsBot.Newsroom.Evaluation;

/// <summary>One question with its answer and the verdict on it.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Verdict">How it compares.</param>
/// <param name="Kind">What kind of thing the question asks for, as it was read.</param>
public sealed record EvaluationResult(EvaluationQuestion Question, Answer Answer, EvaluationVerdict Verdict, string Kind);
