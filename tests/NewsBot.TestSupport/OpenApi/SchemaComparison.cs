using System.Text.Json;

namespace NewsBot.TestSupport.OpenApi;

/// <summary>Compares the schemas of a description with those of a larger one, which should agree on what both describe.</summary>
/// <param name="ours">The document of the references in the first schema.</param>
/// <param name="theirs">The document of the references in the second schema.</param>
public sealed class SchemaComparison(JsonElement ours, JsonElement theirs)
{
    private static readonly string[] Limits =
    [
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minimum",
        "maximum",
        "pattern",
        "uniqueItems",
    ];

    /// <summary>Specifies limits that Discord writes where its documentation names none: they protect its servers.</summary>
    private static readonly string[] LimitsOfNothing = ["152133", "1521"];

    private readonly SchemaValidator validator = new(theirs);

    /// <summary>Returns every statement of the first schema that is missing from the second; null values do not matter.</summary>
    /// <param name="our">A schema of our document: the operations, members and values in use.</param>
    /// <param name="their">The schema of the other document for the same value.</param>
    /// <param name="at">Name of the value, for the messages.</param>
    public IReadOnlyList<string> Compare(JsonElement our, JsonElement their, string at)
    {
        var theirShapes = Shapes(theirs, their).ToList();
        return [.. Shapes(ours, our).SelectMany(shape => Nearest(shape))];

        List<string> Nearest(Dictionary<string, JsonElement> shape) =>
            theirShapes.Select(other => Compare(shape, other, their, at)).MinBy(differences => differences.Count)
            ?? [$"{at} has no counterpart"];
    }

    /// <summary>Returns what a schema allows, with references resolved: one set of keywords for each choice.</summary>
    private static IEnumerable<Dictionary<string, JsonElement>> Shapes(JsonElement root, JsonElement schema)
    {
        IEnumerable<Dictionary<string, JsonElement>> shapes = [new()];
        foreach (var keyword in schema.EnumerateObject())
        {
            var argument = keyword.Value;
            shapes = keyword.Name switch
            {
                "$ref" => Both(shapes, Shapes(root, Resolve(root, argument.GetString()!))),
                "allOf" => argument.EnumerateArray().Aggregate(shapes, (sofar, part) => Both(sofar, Shapes(root, part))),
                "oneOf" or "anyOf" => Both(shapes, argument.EnumerateArray().SelectMany(choice => Shapes(root, choice))),
                _ => Both(shapes, [new() { [keyword.Name] = argument }]),
            };
        }

        return shapes.Where(shape => Texts(shape, "type") is not ["null"]);
    }

    private static List<Dictionary<string, JsonElement>> Both(
        IEnumerable<Dictionary<string, JsonElement>> left,
        IEnumerable<Dictionary<string, JsonElement>> right
    ) => [.. left.SelectMany(_ => right, (one, other) => one.Concat(other.Where(pair => !one.ContainsKey(pair.Key))).ToDictionary())];

    private static JsonElement Resolve(JsonElement root, string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, part) => element.GetProperty(part));

    private static List<string> Texts(Dictionary<string, JsonElement> shape, string keyword)
    {
        if (!shape.TryGetValue(keyword, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : [value.GetString()!];
    }

    private static string? Limit(Dictionary<string, JsonElement> shape, string keyword) =>
        shape.TryGetValue(keyword, out var value) && !LimitsOfNothing.Contains(value.GetRawText()) ? value.GetRawText() : null;

    private List<string> Compare(
        Dictionary<string, JsonElement> our,
        Dictionary<string, JsonElement> their,
        JsonElement theirSchema,
        string at
    )
    {
        List<string> differences = [.. Texts(our, "type").Except(Texts(their, "type")).Select(type => $"{at} is not of type {type}")];
        if (our.TryGetValue("enum", out var values))
        {
            // The values matter more than their form in the other document: separate numbers, or a list.
            differences.AddRange(values.EnumerateArray().SelectMany(value => validator.Check(theirSchema, value, at)));
            return differences;
        }

        differences.AddRange(
            Limits
                .Where(keyword => Limit(our, keyword) != Limit(their, keyword))
                .Select(keyword => $"{at} has {keyword} {Limit(their, keyword) ?? "nowhere"}, not {Limit(our, keyword) ?? "nowhere"}")
        );
        var required = Texts(our, "required").ToHashSet();
        differences.AddRange(Texts(their, "required").Where(name => !required.Remove(name)).Select(name => $"{at}.{name} is required"));
        differences.AddRange(required.Select(name => $"{at}.{name} is not required"));
        if (our.TryGetValue("properties", out var members))
        {
            foreach (var member in members.EnumerateObject())
            {
                if (their.TryGetValue("properties", out var known) && known.TryGetProperty(member.Name, out var theirMember))
                    differences.AddRange(Compare(member.Value, theirMember, $"{at}.{member.Name}"));
                else
                    differences.Add($"{at}.{member.Name} is unknown");
            }
        }

        if (our.TryGetValue("items", out var items))
        {
            differences.AddRange(
                their.TryGetValue("items", out var theirItems) ? Compare(items, theirItems, at + "[]") : [$"{at} has no items"]
            );
        }

        return differences;
    }
}
