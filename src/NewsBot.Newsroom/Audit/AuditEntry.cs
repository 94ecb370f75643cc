using System.Globalization;

namespace NewsBot.Newsroom.Audit;

/// <summary>Represents one line of the audit log: who did what, when and to what. It has no text of an article. Immutable.</summary>
public sealed record AuditEntry
{
    /// <summary>Gets the number under which it is stored; 0 until it is. Later entries have greater numbers.</summary>
    public long Id { get; init; }

    /// <summary>Gets when it happened (UTC).</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets who did it.</summary>
    public required AuditActor By { get; init; }

    /// <summary>Gets what was done.</summary>
    public required AuditAction Action { get; init; }

    /// <summary>
    /// Gets what it was done to: the source of an article, the day of a digest, the kind of a feed, the name of a key, a subscription or
    /// alert in words, or a conversation or person of a desk; null for questions, searches, timelines and checked texts.
    /// </summary>
    public string? Target { get; init; }

    /// <summary>
    /// Gets the question, the words of a search, feed or topic, or the checked text, as typed; null unless questions are recorded.
    /// </summary>
    public string? Question { get; init; }

    /// <summary>Gets the desk with whose rights it was done, or that was set; null for none.</summary>
    public string? Desk { get; init; }

    /// <summary>
    /// Gets how a question ended: <c>answered</c>, <c>declined</c>, <c>sources</c>, <c>reply</c> or <c>invalid</c>; null for the rest.
    /// </summary>
    public string? Outcome { get; init; }

    /// <summary>
    /// Gets how long the answer to a question took, to the millisecond; null for the rest, and in entries of earlier versions.
    /// </summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>Returns a day as <see cref="Target"/> names it: <c>YYYY-MM-DD</c>.</summary>
    public static string TargetOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
