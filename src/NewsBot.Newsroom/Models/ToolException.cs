namespace NewsBot.Newsroom.Models;

/// <summary>A tool failed while the model waited for it: that is not the model's failure, and ends the turn.</summary>
internal sealed class ToolException(Exception cause) : Exception("A tool failed.", cause);
