namespace NewsBot.Arriving;

/// <summary>
/// Represents the validators by which a server recognises an unchanged feed (RFC 9110, section 8.8), exactly as it sent them.
/// </summary>
internal sealed record FeedValidators(string? ETag, string? LastModified);
