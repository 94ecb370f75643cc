using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Models;

/// <summary>A statement as the model wrote it: nothing of it is believed yet.</summary>
internal sealed record ModelStatement
{
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    [JsonPropertyName("citations")]
    public IReadOnlyList<ModelCitation?>? Citations { get; init; }
}
