namespace NewsBot.Teams.Wire;

/// <summary>Represents the buttons under the message box; Teams shows at most three.</summary>
internal sealed record SuggestedActions
{
    public IReadOnlyList<string>? To { get; init; }
    public IReadOnlyList<CardAction>? Actions { get; init; }
}

/// <summary>Represents a button; <c>imBack</c> sends its value as the person's own message.</summary>
internal sealed record CardAction
{
    public string Type { get; init; } = "imBack";
    public string? Title { get; init; }
    public string? Value { get; init; }
}
