using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive.Ingest;

namespace NewsBot.Wire;

/// <summary>What an ingest did, in numbers of articles, and what it could not do.</summary>
/// <param name="Files">Number of files that were read.</param>
/// <param name="Added">New ones.</param>
/// <param name="Replaced">Changed ones.</param>
/// <param name="Unchanged">Those that were there already, as they are or in a higher version.</param>
/// <param name="Older">Those of <paramref name="Unchanged"/> that are there in a higher version.</param>
/// <param name="Withdrawn">Those that their folder has no longer.</param>
/// <param name="Embargoed">Those of all read that are under an embargo.</param>
/// <param name="Killed">Those of all read that withdraw a report.</param>
/// <param name="Skipped">Files and folders that were passed over: hidden, or unfinished.</param>
/// <param name="Rejected">All that could not be ingested.</param>
/// <param name="RejectedByReason">The same by the kind of reason, the most frequent first.</param>
/// <param name="Rejections">The first thousand of them.</param>
/// <param name="Notes">What a person should know although nothing failed.</param>
/// <param name="StoreFailure">Why the archive could take no more; null: it took everything.</param>
/// <param name="Stopped">Whether somebody stopped it.</param>
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

    /// <summary>The name of an outcome, or of a kind of reason.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
