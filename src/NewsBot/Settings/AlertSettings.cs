using NewsBot.Newsroom.Alerts;

namespace NewsBot.Settings;

/// <summary>Reads section <c>Alerts</c>.</summary>
internal static class AlertSettings
{
    private const int MinutesOfADay = 24 * 60;

    /// <summary>Reads the section.</summary>
    public static AlertOptions Read(SettingsReader reader)
    {
        var usual = new AlertOptions();
        return new AlertOptions
        {
            BetweenUpdates = TimeSpan.FromMinutes(
                reader.Whole("Alerts:MinutesBetweenUpdates", (int)usual.BetweenUpdates.TotalMinutes, 0, MinutesOfADay)
            ),
            MostPerConversation = reader.Whole("Alerts:MostPerConversation", usual.MostPerConversation, 1, 1000),
            MostInAll = reader.Whole("Alerts:MostInAll", usual.MostInAll, 1, 100_000),
        };
    }
}
