namespace NewsBot.Newsroom.Evaluation;

/// <summary>Represents an unreadable file of evaluation questions. The message names the file, the line and the remedy.</summary>
public sealed class EvaluationFileException(string message) : Exception(message);
