using System.Text.Json.Nodes;

namespace NewsBot.Teams.Wire;

/// <summary>Represents an attachment: for this bot always an Adaptive Card.</summary>
internal sealed record Attachment
{
    public const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public string? ContentType { get; init; }
    public JsonNode? Content { get; init; }
}
