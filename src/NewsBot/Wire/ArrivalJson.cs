using System.Text.Json.Serialization;
using NewsBot.Archive.Ingest;

namespace NewsBot.Wire;

/// <summary>Represents an arrival in a watched folder: a line of <c>watch --json</c>.</summary>
/// <param name="Outcome"><c>added</c>, <c>replaced</c>, <c>older</c>, <c>withdrawn</c> or <c>rejected</c>.</param>
/// <param name="Source">The article's source; null for a rejection.</param>
/// <param name="File">The file; the folder for a withdrawn article.</param>
/// <param name="Line">Its line there, from 1; null where the file is the article.</param>
/// <param name="Reason">Why it was rejected: the rest of a sentence that begins with the file.</param>
/// <param name="Kind">The kind of reason.</param>
internal sealed record ArrivalJson(
    string Outcome,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Source,
    string File,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Line,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Kind = null
)
{
    /// <summary>Maps an article.</summary>
    public static ArrivalJson From(IngestedArticle article) =>
        new(IngestReportJson.Name(article.Outcome), article.Source, article.File, article.Line);

    /// <summary>Maps a rejection.</summary>
    public static ArrivalJson From(IngestRejection rejection) =>
        new("rejected", null, rejection.File, rejection.Line, rejection.Reason, IngestReportJson.Name(rejection.Kind));
}
