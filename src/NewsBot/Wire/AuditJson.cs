using NewsBot.Newsroom.Audit;

namespace NewsBot.Wire;

/// <summary>Represents a line of the audit log.</summary>
/// <param name="At">When.</param>
/// <param name="Channel">Through which channel.</param>
/// <param name="Id">The id of the person or key; null: unknown.</param>
/// <param name="Name">Their name; null: unknown.</param>
/// <param name="Action">What was done, such as <c>article_read</c>.</param>
/// <param name="Target">To what; null for questions and searches.</param>
/// <param name="Question">The question, or the words of a search or topic; null unless questions are recorded.</param>
/// <param name="Desk">The desk; null for none.</param>
/// <param name="Outcome">How a question ended; null for the rest.</param>
/// <param name="ElapsedMilliseconds">How long its answer took; null for the rest.</param>
internal sealed record AuditJson(
    DateTimeOffset At,
    string Channel,
    string? Id,
    string? Name,
    string Action,
    string? Target,
    string? Question,
    string? Desk,
    string? Outcome,
    double? ElapsedMilliseconds
)
{
    /// <summary>Creates the document.</summary>
    public static AuditJson From(AuditEntry entry) =>
        new(
            entry.At,
            entry.By.Channel,
            entry.By.Id,
            entry.By.Name,
            AuditTable.NameOf(entry.Action),
            entry.Target,
            entry.Question,
            entry.Desk,
            entry.Outcome,
            entry.Elapsed?.TotalMilliseconds
        );
}
