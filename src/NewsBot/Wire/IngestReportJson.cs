using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive.Ingest;

namespace NewsBot.Wire;

/// <summary>Represents the result of an ingest in numbers of articles, and its failures.</summary>
/// <param name="Files">Number of files that were read.</param>
/// <param name="Added">New ones.</param>
/// <param name="Replaced">Changed ones.</param>
/// <param name="Unchanged">Those already there, in the same or a higher version.</param>
/// <param name="Older">How many of <paramref name="Unchanged"/> are there in a higher version.</param>
/// <param name="Withdrawn">Those that are no longer in their folder.</param>
/// <param name="Embargoed">How many of all read are under embargo.</param>
/// <param name="Killed">How many of all read withdraw an article.</param>
/// <param name="Skipped">Files and folders that were skipped: hidden, or unfinished.</param>
/// <param name="Rejected">All that could not be ingested.</param>
/// <param name="RejectedByReason">The same by kind of reason, the most frequent first.</param>
/// <param name="Rejections">The first thousand of them.</param>
/// <param name="Notes">What a person should know, although nothing failed.</param>
/// <param name="StoreFailure">The reason why the archive could not take more; null: it took everything.</param>
/// <param name="Stopped">Whether it was stopped.</param>
internal sealed record IngestReportJson(
    int Files,
    int Added,
    int Replaced,
    int Unchanged,
    int Older,
    int Withdrawn,
    int Embargoed,
    int Killed,
    int Skipped,
    int Rejected,
    IReadOnlyDictionary<string, int> RejectedByReason,
    IReadOnlyList<ArrivalJson> Rejections,
    IReadOnlyList<string> Notes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StoreFailure,
    bool Stopped
)
{
    /// <summary>Maps a report.</summary>
    public static IngestReportJson From(IngestReport report) =>
        new(
            report.Files.Count,
            report.Added,
            report.Replaced,
            report.Unchanged,
            report.Older,
            report.Withdrawn,
            report.Embargoed,
            report.Killed,
            report.Skipped,
            report.Rejected,
            report.RejectedByKind.OrderByDescending(kind => kind.Value).ToDictionary(kind => Name(kind.Key), kind => kind.Value),
            [.. report.Rejections.Select(ArrivalJson.From)],
            report.Notes,
            report.StoreFailure,
            report.IsStopped
        );

    /// <summary>Returns the name of an outcome, or of a kind of reason.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
