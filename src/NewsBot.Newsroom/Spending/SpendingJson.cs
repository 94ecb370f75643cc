using System.Text.Json.Serialization;

namespace NewsBot.Newsroom.Spending;

/// <summary>Reads and writes what a host spent since its last word: amounts by limit and account.</summary>
[JsonSerializable(typeof(Dictionary<string, Dictionary<string, long>>))]
internal sealed partial class SpendingJson : JsonSerializerContext;
