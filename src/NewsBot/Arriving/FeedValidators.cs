namespace NewsBot.Arriving;

/// <summary>What a server gave to tell whether a feed changed (RFC 9110, section 8.8), as it gave it.</summary>
internal sealed record FeedValidators(string? ETag, string? LastModified);
