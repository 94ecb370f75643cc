namespace NewsBot.TestSupport.Models;

/// <summary>Represents a statement that a scripted model writes.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Citations">The alleged evidence.</param>
public sealed record ScriptedStatement(string Text, params IReadOnlyList<ScriptedCitation> Citations);
