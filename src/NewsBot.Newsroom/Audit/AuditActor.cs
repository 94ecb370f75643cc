namespace NewsBot.Newsroom.Audit;

/// <summary>Represents who did something, as far as the channel knows. Immutable.</summary>
/// <param name="Channel">Where: <c>page</c>, <c>api</c>, <c>mcp</c>, <c>teams</c>, <c>discord</c> or <c>command line</c>.</param>
/// <param name="Id">
/// What tells the person or key from all others: <c>web:</c>, <c>api:</c>, <c>teams:</c> or <c>discord:</c>, and an id; null: nothing.
/// </param>
/// <param name="Name">The name of the person or key; null: none is known.</param>
public sealed record AuditActor(string Channel, string? Id, string? Name = null)
{
    /// <summary>Specifies the channel of the pages.</summary>
    public const string Page = "page";

    /// <summary>Specifies the channel of the HTTP API.</summary>
    public const string Api = "api";

    /// <summary>Specifies the channel of assistants.</summary>
    public const string Mcp = "mcp";

    /// <summary>Specifies the channel of the command line.</summary>
    public const string CommandLine = "command line";

    /// <summary>Returns a person of Teams or Discord.</summary>
    /// <param name="channel">The channel's name.</param>
    /// <param name="person">The channel's id of the person; null or empty: unknown.</param>
    public static AuditActor Of(string channel, string? person) =>
        new(channel, string.IsNullOrEmpty(person) ? null : $"{channel}:{person}");
}
