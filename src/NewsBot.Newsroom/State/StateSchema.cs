namespace NewsBot.Newsroom.State;

/// <summary>Represents the tables of one feature in the <see cref="StateDatabase"/>. Immutable.</summary>
public sealed record StateSchema
{
    /// <summary>Gets the name of the feature, which prefixes its tables.</summary>
    public required string Feature { get; init; }

    /// <summary>
    /// Gets the SQL of each version of the tables in SQLite, oldest first. Each step runs once, in order. A released step never
    /// changes; a later change is a further step.
    /// </summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>
    /// Gets the same for PostgreSQL, whose first step makes the tables as all <see cref="Steps"/> up to then have left them; numbers are
    /// BIGINT there.
    /// </summary>
    public required IReadOnlyList<string> PostgresSteps { get; init; }

    /// <summary>Gets the file with the feature's rows from before there was one file for all features; null for none.</summary>
    public StatePredecessor? Predecessor { get; init; }
}
