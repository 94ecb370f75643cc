using System.Text.Json.Serialization;

namespace NewsBot.Discord.State;

/// <summary>Reads and writes stored JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptReply))]
internal sealed partial class StateJson : JsonSerializerContext;
