using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Models;

/// <summary>A citation as the model wrote it.</summary>
internal sealed record ModelCitation
{
    [JsonPropertyName("passage")]
    public string? Passage { get; init; }

    [JsonPropertyName("quote")]
    public string? Quote { get; init; }
}
