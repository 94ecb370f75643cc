using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Alerts;

/// <summary>Provides the commands for alerts as messages write them, in plain text.</summary>
public static class AlertSyntax
{
    /// <summary>Gets the commands written as messages.</summary>
    public static SubscriptionSyntax Message { get; } =
        new(
            "Type: alert drone Kremlin, or alert \"Red Square\" outlet:Reuters hourly, or alert drone daily 08:00 Europe/London, "
                + "or alert me when there is an answer to \"Who flew the drone?\". "
                + "Also: alert list, alert stop 1, alert pause 1, alert resume 1, alert mute 1 2h.",
            "alert list",
            "alert stop 1"
        );
}
