namespace NewsBot.Newsroom.Suggestions;

/// <summary>Something that completes what a person types.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Value">What is entered when it is chosen.</param>
public sealed record Suggestion(string Text, string Value);
