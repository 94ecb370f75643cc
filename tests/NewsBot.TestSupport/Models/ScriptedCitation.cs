namespace NewsBot.TestSupport.Models;

/// <summary>Represents a citation that a scripted model writes.</summary>
/// <param name="Passage">The id of a passage, seen or not.</param>
/// <param name="Quote">The alleged quote from the passage.</param>
public sealed record ScriptedCitation(string Passage, string Quote);
