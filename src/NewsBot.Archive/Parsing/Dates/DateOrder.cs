namespace NewsBot.Archive.Parsing.Dates;

/// <summary>Specifies how a date such as 03/05/2023 is read, where both readings are valid days.</summary>
public enum DateOrder
{
    /// <summary>The day first: 3 May.</summary>
    DayFirst,

    /// <summary>The month first: March 5.</summary>
    MonthFirst,
}
