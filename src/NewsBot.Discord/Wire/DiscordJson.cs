using System.Text.Json.Serialization;

namespace NewsBot.Discord.Wire;

/// <summary>Reads and writes all JSON exchanged with Discord.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(GatewayPayload))]
[JsonSerializable(typeof(HelloData))]
[JsonSerializable(typeof(ReadyData))]
[JsonSerializable(typeof(HeartbeatPayload))]
[JsonSerializable(typeof(IdentifyPayload))]
[JsonSerializable(typeof(ResumePayload))]
[JsonSerializable(typeof(GatewayBotJson))]
[JsonSerializable(typeof(InteractionJson))]
[JsonSerializable(typeof(MessageJson))]
[JsonSerializable(typeof(ChannelJson))]
[JsonSerializable(typeof(ApplicationJson))]
[JsonSerializable(typeof(ErrorJson))]
[JsonSerializable(typeof(OutgoingMessage))]
[JsonSerializable(typeof(InteractionCallback))]
[JsonSerializable(typeof(IReadOnlyList<CommandDefinition>))]
[JsonSerializable(typeof(OpenDirectChannelJson))]
internal sealed partial class DiscordJson : JsonSerializerContext;
