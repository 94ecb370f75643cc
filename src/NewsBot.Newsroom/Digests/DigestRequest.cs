using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Digests;

/// <summary>What digest is wanted.</summary>
public sealed record DigestRequest
{
    /// <summary>Stories that a digest shows unless asked for more.</summary>
    public const int DefaultStories = 10;

    /// <summary>The day (UTC); null for the newest day of the archive.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Words that a story must have to do with; null for all stories.</summary>
    public string? Topic { get; init; }

    /// <summary>At most this many stories; from 1.</summary>
    public int MaxStories { get; init; } = DefaultStories;

    /// <summary>The desk that asks: nothing is told that it may not see. Null: somebody who may see everything.</summary>
    public Desk? Desk { get; init; }
}
