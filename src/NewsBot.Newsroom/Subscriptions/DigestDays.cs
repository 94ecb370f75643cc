namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Specifies days of the week. The numbers are stored.</summary>
[Flags]
public enum DigestDays
{
    /// <summary>No day; invalid in a schedule.</summary>
    None = 0,

    /// <summary>Monday.</summary>
    Monday = 1,

    /// <summary>Tuesday.</summary>
    Tuesday = 2,

    /// <summary>Wednesday.</summary>
    Wednesday = 4,

    /// <summary>Thursday.</summary>
    Thursday = 8,

    /// <summary>Friday.</summary>
    Friday = 16,

    /// <summary>Saturday.</summary>
    Saturday = 32,

    /// <summary>Sunday.</summary>
    Sunday = 64,

    /// <summary>Monday to Friday.</summary>
    Weekdays = 31,

    /// <summary>Saturday and Sunday.</summary>
    Weekends = 96,

    /// <summary>Every day.</summary>
    Daily = 127,
}
