using System.Text.Json.Serialization;

namespace NewsBot.Teams.Wire;

/// <summary>Represents an entity of an activity: a mention, the message's citations, or the state of a stream.</summary>
internal sealed record Entity
{
    public const string Mention = "mention";
    public const string SchemaMessage = "https://schema.org/Message";
    public const string StreamInfo = "streaminfo";

    public string? Type { get; init; }
    public ChannelAccount? Mentioned { get; init; }
    public string? Text { get; init; }

    [JsonPropertyName("@type")]
    public string? SchemaType { get; init; }

    [JsonPropertyName("@context")]
    public string? SchemaContext { get; init; }

    [JsonPropertyName("@id")]
    public string? SchemaId { get; init; }

    public IReadOnlyList<string>? AdditionalType { get; init; }
    public IReadOnlyList<CitationClaim>? Citation { get; init; }
    public string? StreamId { get; init; }
    public string? StreamType { get; init; }
    public int? StreamSequence { get; init; }
}

/// <summary>Represents one citation of a message.</summary>
internal sealed record CitationClaim
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; init; } = "Claim";

    public required int Position { get; init; }
    public required CitationAppearance Appearance { get; init; }
}

/// <summary>Represents the card that appears when the pointer rests on a citation.</summary>
internal sealed record CitationAppearance
{
    [JsonPropertyName("@type")]
    public string SchemaType { get; init; } = "DigitalDocument";

    public required string Name { get; init; }
    public required string Abstract { get; init; }
    public string? Url { get; init; }
}
