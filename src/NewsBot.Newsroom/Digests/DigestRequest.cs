using NewsBot.Archive;

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

    /// <summary>Which articles the desk may see; null for all.</summary>
    public Predicate<Article>? MaySee { get; init; }
}
