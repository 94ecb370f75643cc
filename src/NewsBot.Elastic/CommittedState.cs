using System.Text.Json.Serialization;

namespace NewsBot.Elastic;

/// <summary>Represents the one document that says what is committed. Immutable.</summary>
internal sealed record CommittedState
{
    /// <summary>Gets the number last given to a process that opened the index.</summary>
    [JsonPropertyName("session")]
    public long Session { get; init; }

    /// <summary>Gets the session of the process that commits.</summary>
    [JsonPropertyName("writer")]
    public long Writer { get; init; }

    /// <summary>Gets the caller's number for the state reached.</summary>
    [JsonPropertyName("change")]
    public long Change { get; init; }

    /// <summary>Gets the caller's name for the store.</summary>
    [JsonPropertyName("history")]
    public string History { get; init; } = "";

    /// <summary>Gets the first number of each range of committed writes.</summary>
    [JsonPropertyName("first")]
    public IReadOnlyList<long> First { get; init; } = [];

    /// <summary>Gets the last number of each of these ranges.</summary>
    [JsonPropertyName("last")]
    public IReadOnlyList<long> Last { get; init; } = [];

    /// <summary>Gets the copies that were replaced or removed, and may not be deleted yet.</summary>
    [JsonPropertyName("gone")]
    public IReadOnlyList<string> Gone { get; init; } = [];

    /// <summary>Gets the documents of which the same is true for every copy up to <see cref="GoneUpTo"/>.</summary>
    [JsonPropertyName("goneDocuments")]
    public IReadOnlyList<long> GoneDocuments { get; init; } = [];

    /// <summary>Gets the number of a write.</summary>
    [JsonPropertyName("goneUpTo")]
    public long GoneUpTo { get; init; }
}
