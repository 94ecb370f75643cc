namespace NewsBot.Newsroom.Models;

/// <summary>
/// Represents the failure of a tool while the language model waited for it. It ends the turn and does not count against the model.
/// </summary>
internal sealed class ToolException(Exception cause) : Exception("A tool failed.", cause);
