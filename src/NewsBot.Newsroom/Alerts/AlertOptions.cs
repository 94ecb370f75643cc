namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents the limits of alerts. Immutable.</summary>
public sealed record AlertOptions
{
    /// <summary>Specifies the longest text of an alert, in UTF-16 code units.</summary>
    public const int MaxChars = 200;

    /// <summary>Gets the least time between two posts of an alert about the same story. Default 30 minutes.</summary>
    public TimeSpan BetweenUpdates { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Gets the most alerts of one conversation; at least 1. Default 20.</summary>
    public int MostPerConversation { get; init; } = 20;

    /// <summary>Gets the most alerts of all conversations; at least 1. Default 2,000.</summary>
    public int MostInAll { get; init; } = 2000;
}
