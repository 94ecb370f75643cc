using System.Text.Json.Serialization;

namespace NewsBot.Search.Index.Ranking;

/// <summary>Reads weights.json.</summary>
[JsonSerializable(typeof(Dictionary<string, double>))]
internal sealed partial class RankingWeightsJson : JsonSerializerContext;
