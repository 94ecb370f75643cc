using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>One index of the stand-in: mappings, documents, and what a search sees of them. Not thread-safe.</summary>
internal sealed class StandInIndex
{
    private static readonly HashSet<string> FieldKeys = ["type", "analyzer", "similarity", "index", "doc_values", "format"];

    private readonly Dictionary<string, (JsonObject Source, long Sequence)> documents = new(StringComparer.Ordinal);
    private Dictionary<string, JsonObject> searchable = new(StringComparer.Ordinal);
    private long sequence = -1;

    public StandInIndex(JsonObject request)
    {
        CheckSettings(request["settings"]?.AsObject() ?? []);
        var mappings = request["mappings"]!.AsObject();
        if (mappings["dynamic"]?.GetValue<string>() != "strict")
            throw RequestRefusedException.Invalid("the tests want a strict mapping");
        foreach (var (name, field) in mappings["properties"]!.AsObject())
        {
            foreach (var key in field!.AsObject().Select(pair => pair.Key).Where(key => !FieldKeys.Contains(key)))
                throw new RequestRefusedException(400, "mapper_parsing_exception", $"unknown parameter [{key}] on mapper [{name}]");
            Fields[name] = field["type"]!.GetValue<string>();
            if (field["index"]?.GetValue<bool>() == false)
                Unsearchable.Add(name);
            if (field["similarity"]?.GetValue<string>() is { } similarity)
                LengthNorms[name] = request["settings"]!["similarity"]![similarity]!["b"]!.GetValue<double>();
        }
    }

    public Dictionary<string, string> Fields { get; } = [];

    public HashSet<string> Unsearchable { get; } = [];

    public Dictionary<string, double> LengthNorms { get; } = [];

    public IReadOnlyDictionary<string, JsonObject> Searchable => searchable;

    public int DocumentCount => documents.Count;

    public (JsonObject Source, long Sequence)? Get(string id) => documents.TryGetValue(id, out var found) ? found : null;

    public long Put(string id, JsonObject source)
    {
        foreach (var (name, value) in source)
            CheckValue(name, value);
        documents[id] = (source, ++sequence);
        return sequence;
    }

    public void Delete(string id) => documents.Remove(id);

    public void Refresh() => searchable = documents.ToDictionary(pair => pair.Key, pair => pair.Value.Source, StringComparer.Ordinal);

    private static void CheckSettings(JsonObject settings)
    {
        foreach (var key in settings.Select(pair => pair.Key))
        {
            if (key is not ("number_of_shards" or "number_of_replicas" or "analysis" or "similarity"))
                throw RequestRefusedException.Invalid($"unknown setting [index.{key}]");
        }
    }

    private void CheckValue(string name, JsonNode? value)
    {
        if (!Fields.TryGetValue(name, out var type))
            throw new RequestRefusedException(
                400,
                "strict_dynamic_mapping_exception",
                $"mapping set to strict, dynamic introduction of [{name}] is not allowed"
            );
        foreach (var one in value is JsonArray array ? array : [value?.DeepClone()])
        {
            if (!IsOf(type, one))
                throw new RequestRefusedException(400, "document_parsing_exception", $"failed to parse field [{name}] of type [{type}]");
        }
    }

    private static bool IsOf(string type, JsonNode? value) =>
        type switch
        {
            "long" => IsWhole(value, long.MinValue, long.MaxValue),
            "integer" => IsWhole(value, int.MinValue, int.MaxValue),
            "byte" => IsWhole(value, sbyte.MinValue, sbyte.MaxValue),
            "keyword" => IsText(value, out var text) && System.Text.Encoding.UTF8.GetByteCount(text) <= 32_766,
            "text" or "wildcard" => IsText(value, out _),
            "date" => IsText(value, out var day)
                && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            _ => throw new RequestRefusedException(400, "mapper_parsing_exception", $"no handler for type [{type}]"),
        };

    private static bool IsWhole(JsonNode? value, long least, long most) =>
        value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out long whole) && whole >= least && whole <= most;

    private static bool IsText(JsonNode? value, out string text)
    {
        text = value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : "";
        return value?.GetValueKind() == JsonValueKind.String;
    }
}
