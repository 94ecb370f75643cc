using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Models;

/// <summary>Reads what language models write, without reflection.</summary>
[JsonSerializable(typeof(ModelStatement))]
internal sealed partial class ModelJson : JsonSerializerContext;
