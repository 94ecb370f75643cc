using System.Text.Json;

namespace NewsBot.Discord.Wire;

/// <summary>The frame of everything that the gateway sends.</summary>
internal sealed record GatewayPayload
{
    /// <summary>Operation; see <see cref="GatewayOpcode"/>.</summary>
    public required int Op { get; init; }

    /// <summary>Data, by operation.</summary>
    public JsonElement D { get; init; }

    /// <summary>Sequence number of a dispatch.</summary>
    public long? S { get; init; }

    /// <summary>Name of a dispatch.</summary>
    public string? T { get; init; }
}
