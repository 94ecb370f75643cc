namespace NewsBot.Teams;

/// <summary>Something that the bot posts unasked, such as a digest. All texts are data: nothing in them becomes markup, a mention or a link.</summary>
public sealed record TeamsAnnouncement
{
    /// <summary>The first line; not empty.</summary>
    public required string Title { get; init; }

    /// <summary>The items in order.</summary>
    public required IReadOnlyList<AnnouncementItem> Items { get; init; }
}
