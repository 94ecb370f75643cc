namespace NewsBot.CommandLine;

/// <summary>Represents the arguments of <c>eval</c>.</summary>
/// <param name="File">The questions.</param>
/// <param name="AsJson">Print JSON.</param>
/// <param name="DaysAfter">Added to each question's day.</param>
/// <param name="Against">Verdicts of an earlier run; null: none.</param>
/// <param name="Save">Where the verdicts go; null: nowhere.</param>
internal sealed record EvalRequest(string File, bool AsJson, int DaysAfter, string? Against, string? Save);
