namespace NewsBot.Newsroom.Alerts;

/// <summary>Specifies when an alert posts what it has found. The numbers are stored.</summary>
public enum AlertPace
{
    /// <summary>As soon as it is found: one post a story.</summary>
    AtOnce = 0,

    /// <summary>At the full hour: one post for everything.</summary>
    Hourly = 1,

    /// <summary>At a time of day: one post for everything.</summary>
    Daily = 2,
}
