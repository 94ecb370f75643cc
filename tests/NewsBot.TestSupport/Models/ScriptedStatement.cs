namespace NewsBot.TestSupport.Models;

/// <summary>A statement that a scripted model writes.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Citations">What it says it rests on.</param>
public sealed record ScriptedStatement(string Text, params IReadOnlyList<ScriptedCitation> Citations);
