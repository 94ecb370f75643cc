namespace NewsBot.Teams;

/// <summary>An item of an announcement.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Link">An absolute http or https address that the item leads to, or null.</param>
public sealed record AnnouncementItem(string Text, string? Link);
