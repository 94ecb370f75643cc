namespace NewsBot.Wire;

/// <summary>Represents a question of an evaluation.</summary>
/// <param name="Id">Of the question.</param>
/// <param name="Verdict">How the answer compares with the expected one.</param>
/// <param name="Answer">The answer.</param>
internal sealed record EvaluatedQuestionJson(string Id, string Verdict, AnswerJson Answer);
