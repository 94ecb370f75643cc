namespace NewsBot.Newsroom.Suggestions;

/// <summary>Something that completes what a person types.</summary>
/// <param name="Text">What is shown.</param>
/// <param name="Value">What is entered when it is chosen.</param>
public sealed record Suggestion(string Text, string Value)
{
    /// <summary>Gets the source of the article whose headline <see cref="Text"/> is; null for a name.</summary>
    public string? Source { get; init; }
}
