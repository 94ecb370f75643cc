namespace NewsBot.TestSupport;

/// <summary>Represents the reaction of a scripted connector to a request.</summary>
/// <param name="Status">The status; 0 drops the connection.</param>
/// <param name="Taken">Whether the message reaches the conversation nonetheless.</param>
/// <param name="RetryAfter">The Retry-After header, or null.</param>
public sealed record ConnectorAnswer(int Status, bool Taken, TimeSpan? RetryAfter = null)
{
    public static readonly ConnectorAnswer Ok = new(201, true);
    public static readonly ConnectorAnswer BadGateway = new(502, false);
    public static readonly ConnectorAnswer DroppedBefore = new(0, false);
    public static readonly ConnectorAnswer DroppedAfter = new(0, true);
    public static readonly ConnectorAnswer Forbidden = new(403, false);

    public static ConnectorAnswer TooMany(TimeSpan? retryAfter = null) => new(429, false, retryAfter);
}
