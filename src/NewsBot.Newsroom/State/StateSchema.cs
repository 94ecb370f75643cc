namespace NewsBot.Newsroom.State;

/// <summary>The tables of one feature in the <see cref="StateDatabase"/>.</summary>
public sealed record StateSchema
{
    /// <summary>Gets the feature's name; it prefixes the feature's tables.</summary>
    public required string Feature { get; init; }

    /// <summary>
    /// Gets the SQL of each version of the tables, oldest first. Each is run once, in order; one that was released is never changed, the next change is a
    /// further step.
    /// </summary>
    public required IReadOnlyList<string> Steps { get; init; }

    /// <summary>Gets the file that held the feature's rows before there was one file for all features; null: none did.</summary>
    public StatePredecessor? Predecessor { get; init; }
}
