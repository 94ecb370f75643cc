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

/// <summary>A citation as the model wrote it.</summary>
internal sealed record ModelCitation
{
    [JsonPropertyName("passage")]
    public string? Passage { get; init; }

    [JsonPropertyName("quote")]
    public string? Quote { get; init; }
}

/// <summary>Reads what models write, without reflection.</summary>
[JsonSerializable(typeof(ModelStatement))]
internal sealed partial class ModelJson : JsonSerializerContext;
