using NodaTime;

namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Provides the time zones named in news exports, and their offsets from UTC.</summary>
internal static class ZoneNames
{
    // RFC 822, section 5.1, and the abbreviations of the IANA time zone database; those shared by two countries are the larger country's.
    private static readonly Dictionary<string, double> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Z"] = 0,
        ["UT"] = 0,
        ["UTC"] = 0,
        ["GMT"] = 0,
        ["WET"] = 0,
        ["BST"] = 1,
        ["IST"] = 5.5,
        ["WEST"] = 1,
        ["CET"] = 1,
        ["MEZ"] = 1,
        ["WAT"] = 1,
        ["CEST"] = 2,
        ["MESZ"] = 2,
        ["EET"] = 2,
        ["SAST"] = 2,
        ["CAT"] = 2,
        ["EEST"] = 3,
        ["MSK"] = 3,
        ["TRT"] = 3,
        ["EAT"] = 3,
        ["GST"] = 4,
        ["PKT"] = 5,
        ["SGT"] = 8,
        ["HKT"] = 8,
        ["AWST"] = 8,
        ["JST"] = 9,
        ["KST"] = 9,
        ["ACST"] = 9.5,
        ["AEST"] = 10,
        ["ACDT"] = 10.5,
        ["AEDT"] = 11,
        ["NZST"] = 12,
        ["NZDT"] = 13,
        ["NDT"] = -2.5,
        ["NST"] = -3.5,
        ["BRT"] = -3,
        ["ART"] = -3,
        ["ADT"] = -3,
        ["AST"] = -4,
        ["EDT"] = -4,
        ["EST"] = -5,
        ["CDT"] = -5,
        ["CST"] = -6,
        ["MDT"] = -6,
        ["MST"] = -7,
        ["PDT"] = -7,
        ["PST"] = -8,
        ["AKDT"] = -8,
        ["AKST"] = -9,
        ["HST"] = -10,
    };

    // Names used in both summer and winter.
    private static readonly Dictionary<string, string> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ET"] = "America/New_York",
        ["EASTERN"] = "America/New_York",
        ["CT"] = "America/Chicago",
        ["CENTRAL"] = "America/Chicago",
        ["MT"] = "America/Denver",
        ["MOUNTAIN"] = "America/Denver",
        ["PT"] = "America/Los_Angeles",
        ["PACIFIC"] = "America/Los_Angeles",
    };

    /// <summary>Determines whether the word names a zone.</summary>
    public static bool IsKnown(string name) => Hours.ContainsKey(name) || Regions.ContainsKey(name);

    /// <summary>Returns the zone's offset from UTC at a local time, positive where ahead; null where the name is unknown.</summary>
    public static TimeSpan? OffsetAt(string name, DateTime local) =>
        Hours.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours)
        : Regions.TryGetValue(name, out var region)
            ? DateTimeZoneProviders.Tzdb[region].AtLeniently(LocalDateTime.FromDateTime(local)).Offset.ToTimeSpan()
        : null;
}
