using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Parsing;

/// <summary>Specifies a newsroom's settings for reading its files.</summary>
public sealed record ReadingOptions
{
    /// <summary>
    /// Gets how a date such as 03/05/2023 is read; null: the day first, or the month first where the article's language is American
    /// English.
    /// </summary>
    public DateOrder? DateOrder { get; init; }
}
