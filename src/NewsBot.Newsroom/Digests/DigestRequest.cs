using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Digests;

/// <summary>Represents a request for a digest. Immutable.</summary>
public sealed record DigestRequest
{
    /// <summary>Specifies the number of stories in a digest unless another is set.</summary>
    public const int DefaultStories = 10;

    /// <summary>Gets the day (UTC); null for the newest day of the archive.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Gets what the digest covers instead of a day; null for a day.</summary>
    public DigestWindow? Window { get; init; }

    /// <summary>Gets the words that every story must be about; null for all stories.</summary>
    public string? Topic { get; init; }

    /// <summary>Gets the most stories to write; at least 1.</summary>
    public int MaxStories { get; init; } = DefaultStories;

    /// <summary>
    /// Gets the desk that wants the digest, which covers only articles that this desk may see; null for a reader who may see everything.
    /// </summary>
    public required Desk? Desk { get; init; }
}
