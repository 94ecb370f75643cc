namespace NewsBot.Newsroom.Suggestions;

/// <summary>Represents a completion of what a person types. Immutable.</summary>
/// <param name="Text">The text to show.</param>
/// <param name="Value">The text to enter when it is chosen.</param>
public sealed record Suggestion(string Text, string Value);
