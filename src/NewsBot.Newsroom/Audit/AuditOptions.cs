namespace NewsBot.Newsroom.Audit;

/// <summary>Represents what the audit log keeps. Immutable.</summary>
public sealed record AuditOptions
{
    /// <summary>Gets how many days an entry is kept; 0: nothing is recorded.</summary>
    public int Days { get; init; } = 90;

    /// <summary>Gets a value indicating whether the words of questions, searches and topics are recorded, too.</summary>
    public bool Questions { get; init; }
}
