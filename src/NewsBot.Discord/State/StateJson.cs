using System.Text.Json.Serialization;

namespace NewsBot.Discord.State;

/// <summary>Reads and writes what is kept as JSON.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptReply))]
internal sealed partial class StateJson : JsonSerializerContext;
