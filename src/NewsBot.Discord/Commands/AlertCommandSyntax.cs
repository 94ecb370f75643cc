using System.Globalization;
using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Discord.Commands;

/// <summary>Shows how <c>/alert</c> is entered. Plain text.</summary>
internal static class AlertCommandSyntax
{
    /// <summary>Gets the commands for alerts.</summary>
    public static SubscriptionSyntax OfAlerts { get; } =
        new(
            $"Example: {Add} drone Kremlin, with {CommandNames.When}:hourly or {CommandNames.When}:daily 08:00 Europe/London if you like. "
                + $"Words may be \"in quotation marks\" or outlet:Reuters, or: there is an answer to \"Who flew the drone?\". "
                + $"Also: /{CommandNames.Alert} {CommandNames.List}, {Of(1).Stop}, {Of(1).Pause}, "
                + $"/{CommandNames.Alert} {CommandNames.Resume} {CommandNames.Number}:1, "
                + $"/{CommandNames.Alert} {CommandNames.Mute} {CommandNames.Number}:1 {CommandNames.Time}:2h.",
            $"/{CommandNames.Alert} {CommandNames.List}",
            Of(1).Stop
        );

    private const string Add = $"/{CommandNames.Alert} {CommandNames.Add} {CommandNames.Words}:";

    /// <summary>Returns the commands that end and pause an alert.</summary>
    public static (string Stop, string Pause) Of(int number) => (With(CommandNames.Stop, number), With(CommandNames.Pause, number));

    private static string With(string verb, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/{CommandNames.Alert} {verb} {CommandNames.Number}:{number}");
}
