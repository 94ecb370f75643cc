using System.Globalization;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Represents a post on its way to a conversation. Immutable.</summary>
public abstract record ChannelPost
{
    /// <summary>Gets the key, the same for every attempt of this post and for no other: at most 25 ASCII characters.</summary>
    public required string Key { get; init; }

    /// <summary>Gets the channel's id of the conversation.</summary>
    public required string Conversation { get; init; }

    /// <summary>Gets when it was due (UTC).</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Gets a value indicating whether it is late enough to be marked as late.</summary>
    public required bool IsLate { get; init; }

    /// <summary>Returns the key of a delivery.</summary>
    internal static string KeyOf(DueDelivery delivery) =>
        string.Create(CultureInfo.InvariantCulture, $"{delivery.Subscription.Id}-{delivery.Due.Day:yyyyMMdd}");
}
