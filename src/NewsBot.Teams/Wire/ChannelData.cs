namespace NewsBot.Teams.Wire;

/// <summary>Represents what Teams adds to an activity.</summary>
internal sealed record ChannelData
{
    public IdAndName? Tenant { get; init; }
    public IdAndName? Team { get; init; }
    public IdAndName? Channel { get; init; }
    public string? EventType { get; init; }
    public FeedbackLoop? FeedbackLoop { get; init; }
}

/// <summary>Represents an object with an id.</summary>
internal sealed record IdAndName
{
    public string? Id { get; init; }
    public string? Name { get; init; }
}

/// <summary>Requests the thumbs under a message.</summary>
internal sealed record FeedbackLoop(string Type);
