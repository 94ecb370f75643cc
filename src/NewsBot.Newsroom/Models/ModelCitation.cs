using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Models;

/// <summary>Represents a citation as the language model wrote it.</summary>
internal sealed record ModelCitation
{
    /// <summary>Gets the id of the passage.</summary>
    [JsonPropertyName("passage")]
    public string? Passage { get; init; }

    /// <summary>Gets the quote.</summary>
    [JsonPropertyName("quote")]
    public string? Quote { get; init; }
}
