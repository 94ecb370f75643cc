namespace NewsBot.Wire;

/// <summary>Represents the body of a post to a webhook.</summary>
/// <param name="Type"><c>alert</c> or <c>digest</c>.</param>
/// <param name="Timestamp">When the post was due (UTC), the same for every attempt.</param>
/// <param name="Data">What is posted.</param>
internal sealed record WebhookJson<T>(string Type, DateTimeOffset Timestamp, T Data);
