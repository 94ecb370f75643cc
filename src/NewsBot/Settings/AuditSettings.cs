using NewsBot.Newsroom.Audit;

namespace NewsBot.Settings;

/// <summary>Reads section <c>Audit</c>.</summary>
internal static class AuditSettings
{
    /// <summary>Specifies the greatest number of days for which something may be kept: ten years.</summary>
    public const int MostDays = 3650;

    /// <summary>Reads the section.</summary>
    public static AuditOptions Read(SettingsReader reader)
    {
        var usual = new AuditOptions();
        return new AuditOptions
        {
            Days = reader.Whole("Audit:Days", usual.Days, 0, MostDays),
            Questions = reader.Flag("Audit:Questions", usual.Questions),
        };
    }
}
