namespace NewsBot.TestSupport.Models;

/// <summary>A citation that a scripted model writes.</summary>
/// <param name="Passage">The id of a passage, seen or not.</param>
/// <param name="Quote">What it says the passage says.</param>
public sealed record ScriptedCitation(string Passage, string Quote);
