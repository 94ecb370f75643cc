namespace NewsBot.Newsroom.Suggestions;

/// <summary>Represents a completion of what a person types. Immutable.</summary>
/// <param name="Text">The text to show.</param>
/// <param name="Value">The text to enter when it is chosen.</param>
public sealed record Suggestion(string Text, string Value)
{
    /// <summary>Gets the source of the article whose headline <see cref="Text"/> is; null for a name.</summary>
    public string? Source { get; init; }
}
