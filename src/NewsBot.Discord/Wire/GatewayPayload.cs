using System.Text.Json;

namespace NewsBot.Discord.Wire;

/// <summary>Represents the envelope of every gateway message.</summary>
internal sealed record GatewayPayload
{
    /// <summary>Gets the operation; see <see cref="GatewayOpcode"/>.</summary>
    public required int Op { get; init; }

    /// <summary>Gets the data, by operation.</summary>
    public JsonElement D { get; init; }

    /// <summary>Gets the sequence number of a dispatch.</summary>
    public long? S { get; init; }

    /// <summary>Gets the name of a dispatch.</summary>
    public string? T { get; init; }
}
