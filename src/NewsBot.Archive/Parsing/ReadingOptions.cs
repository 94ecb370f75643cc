using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing;

/// <summary>Holds the choices that a newsroom makes for the reading of its files.</summary>
public sealed record ReadingOptions
{
    /// <summary>Gets how a date such as 03/05/2023 is read; null: the day first, or the month first where the article says that it is in American English.</summary>
    public DateOrder? DateOrder { get; init; }
}
