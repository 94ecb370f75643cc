namespace NewsBot.Newsroom.Evaluation;

/// <summary>A file of evaluation questions cannot be read; the message names file, line and remedy.</summary>
public sealed class EvaluationFileException(string message) : Exception(message);
