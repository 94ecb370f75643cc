using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Models;

/// <summary>Represents a statement as the language model wrote it, before any check.</summary>
internal sealed record ModelStatement
{
    /// <summary>Gets the text.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Gets the citations.</summary>
    [JsonPropertyName("citations")]
    public IReadOnlyList<ModelCitation?>? Citations { get; init; }
}
