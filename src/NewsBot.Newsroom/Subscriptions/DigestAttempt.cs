using System.Text.Json;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents what a post contains, recorded before it is sent: it may arrive although no one hears of it. Immutable.</summary>
/// <param name="UpTo">Where its window ends; null for an alert, whose matches are recorded one by one.</param>
/// <param name="Told">The sources of the reports that it tells, and of those that an earlier attempt may have told.</param>
/// <param name="Withdrawn">The sources of the reports that it says were withdrawn.</param>
internal sealed record DigestAttempt(DigestCursor? UpTo, IReadOnlyList<string> Told, IReadOnlyList<string> Withdrawn)
{
    /// <summary>Returns the text that is stored.</summary>
    public string Write() => JsonSerializer.Serialize(this, SubscriptionJson.Default.DigestAttempt);

    /// <summary>Reads a stored text; returns null for none and for a damaged one.</summary>
    public static DigestAttempt? Read(string? stored) => SubscriptionJson.Read(stored, SubscriptionJson.Default.DigestAttempt);
}
