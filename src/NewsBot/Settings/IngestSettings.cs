using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Settings;

/// <summary>How articles are read.</summary>
/// <param name="Reading">The newsroom's choices for the reading of files.</param>
internal sealed record IngestSettings(ReadingOptions Reading)
{
    /// <summary>Reads section <c>Ingest</c>. Without <c>Ingest:DateOrder</c> the day comes first, but for articles in American English.</summary>
    public static IngestSettings Read(SettingsReader reader) => new(new ReadingOptions
    {
        DateOrder = reader.Text("Ingest:DateOrder") is null ? null : reader.Choice("Ingest:DateOrder", DateOrder.DayFirst),
    });
}
