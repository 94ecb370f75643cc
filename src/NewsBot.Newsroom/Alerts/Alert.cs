using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Represents a conversation's standing order to hear of new articles. Immutable.</summary>
/// <param name="Subscription">The subscription; its topic is the words as typed.</param>
/// <param name="Form">What it looks for.</param>
/// <param name="Pace">When it posts.</param>
/// <param name="SilentUntil">
/// Until when it posts nothing (UTC): <see cref="Never"/> while it is paused. A past time: what was found meanwhile has yet to be told, in
/// one post. Null: it is not silent.
/// </param>
internal sealed record Alert(Subscription Subscription, AlertForm Form, AlertPace Pace, DateTimeOffset? SilentUntil = null)
{
    /// <summary>Represents a time that does not come.</summary>
    public static readonly DateTimeOffset Never = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Gets the words, the question, or the headline of the story.</summary>
    public string Text => Subscription.Schedule.Topic ?? "";

    /// <summary>Determines whether another alert looks for the same and posts it at the same times.</summary>
    public bool LooksLike(Alert other) => Form == other.Form && Pace == other.Pace && Subscription.Schedule == other.Subscription.Schedule;

    /// <summary>Returns the alert as people type it, such as <c>drone Kremlin hourly</c>.</summary>
    public override string ToString()
    {
        var what = Form switch
        {
            AlertForm.Question => $"an answer to “{Text}”",
            AlertForm.Story => $"the story “{Text}”",
            _ => Text,
        };
        return Pace switch
        {
            AlertPace.Hourly => $"{what}, hourly",
            AlertPace.Daily => FormattableString.Invariant(
                $"{what}, daily at {Subscription.Schedule.Time:HH:mm} ({Subscription.Schedule.Zone})"
            ),
            _ => what,
        };
    }
}
