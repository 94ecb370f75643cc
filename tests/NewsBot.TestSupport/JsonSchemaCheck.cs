using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.TestSupport;

/// <summary>
/// Checks JSON against a schema of draft 4 or 6, as far as the schemas of Teams manifests and Adaptive Cards use them. An unknown keyword
/// is an error, so that no rule is skipped silently. By these drafts, a schema with <c>$ref</c> has no other rules.
/// </summary>
public sealed class JsonSchemaCheck
{
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$schema",
        "id",
        "$id",
        "title",
        "description",
        "default",
        "definitions",
        "examples",
        "$comment",
        "version",
        "features",
        "markdownDescription",
        "enumDescriptions",
        "deprecationMessage",
    };

    private readonly JsonElement _root;

    private JsonSchemaCheck(JsonElement root) => _root = root;

    /// <summary>Returns every fault with its place in the document; empty when it is valid.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement document) =>
        [.. new JsonSchemaCheck(schema).Check(schema, document, "$")];

    private IEnumerable<string> Check(JsonElement schema, JsonElement value, string at)
    {
        if (schema.ValueKind == JsonValueKind.True)
            return [];
        if (schema.ValueKind == JsonValueKind.False)
            return [$"{at}: nothing is allowed here"];
        return schema.TryGetProperty("$ref", out var reference)
            ? Check(Resolve(reference.GetString()!), value, at)
            : schema.EnumerateObject().SelectMany(rule => CheckRule(schema, rule, value, at));
    }

    private IEnumerable<string> CheckRule(JsonElement schema, JsonProperty rule, JsonElement value, string at) =>
        rule.Name switch
        {
            "type" => TypeFaults(rule.Value, value, at),
            "enum" => rule.Value.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value))
                ? []
                : [$"{at}: {value} is not one of {rule.Value}"],
            "const" => JsonElement.DeepEquals(rule.Value, value) ? [] : [$"{at}: {value} is not {rule.Value}"],
            "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!)
                ? []
                : [$"{at}: {value} does not match {rule.Value}"],
            "format" => FormatFaults(rule.Value.GetString(), value, at),
            "maxLength" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length > rule.Value.GetInt32()
                ? [$"{at}: longer than {rule.Value}"]
                : [],
            "minLength" => value.ValueKind == JsonValueKind.String && value.GetString()!.Length < rule.Value.GetInt32()
                ? [$"{at}: shorter than {rule.Value}"]
                : [],
            "minimum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() < rule.Value.GetDouble()
                ? [$"{at}: less than {rule.Value}"]
                : [],
            "maximum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() > rule.Value.GetDouble()
                ? [$"{at}: more than {rule.Value}"]
                : [],
            "maxItems" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > rule.Value.GetInt32()
                ? [$"{at}: more than {rule.Value} items"]
                : [],
            "minItems" => value.ValueKind == JsonValueKind.Array && value.GetArrayLength() < rule.Value.GetInt32()
                ? [$"{at}: fewer than {rule.Value} items"]
                : [],
            "uniqueItems" => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().Select(v => v.GetRawText()).Distinct().Count() < value.GetArrayLength()
                ? [$"{at}: an item occurs twice"]
                : [],
            "items" => ItemFaults(rule.Value, value, at),
            "required" => value.ValueKind == JsonValueKind.Object
                ? rule
                    .Value.EnumerateArray()
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"{at}: {name} is missing")
                : [],
            "properties" => value.ValueKind == JsonValueKind.Object
                ? value
                    .EnumerateObject()
                    .SelectMany(p => rule.Value.TryGetProperty(p.Name, out var inner) ? Check(inner, p.Value, $"{at}.{p.Name}") : [])
                : [],
            "additionalProperties" => OtherPropertyFaults(schema, rule.Value, value, at),
            "dependencies" => DependencyFaults(rule.Value, value, at),
            "allOf" => rule.Value.EnumerateArray().SelectMany(inner => Check(inner, value, at)),
            "anyOf" => AnyOfFaults(rule.Value, value, at),
            "oneOf" => rule.Value.EnumerateArray().Count(inner => !Check(inner, value, at).Any()) == 1
                ? []
                : [$"{at}: not exactly one alternative fits"],
            "if" => !Check(rule.Value, value, at).Any()
                ? schema.TryGetProperty("then", out var then)
                    ? Check(then, value, at)
                    : []
                : schema.TryGetProperty("else", out var otherwise)
                    ? Check(otherwise, value, at)
                    : [],
            "then" or "else" => [],
            _ when Annotations.Contains(rule.Name) => [],
            _ => [$"{at}: unknown keyword \"{rule.Name}\""],
        };

    private JsonElement Resolve(string pointer)
    {
        var element = _root;
        foreach (var part in pointer.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            element = element.GetProperty(
                Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)
            );
        return element;
    }

    private static IEnumerable<string> TypeFaults(JsonElement type, JsonElement value, string at)
    {
        var allowed = type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()) : [type.GetString()];
        return allowed.Any(name => IsOfType(value, name)) ? [] : [$"{at}: {value.ValueKind} is not of type {type}"];
    }

    private static bool IsOfType(JsonElement value, string? type) =>
        type switch
        {
            "object" => value.ValueKind == JsonValueKind.Object,
            "array" => value.ValueKind == JsonValueKind.Array,
            "string" => value.ValueKind == JsonValueKind.String,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "null" => value.ValueKind == JsonValueKind.Null,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
            _ => false,
        };

    private static IEnumerable<string> FormatFaults(string? format, JsonElement value, string at) =>
        format switch
        {
            _ when value.ValueKind != JsonValueKind.String => [],
            "uri" => Uri.TryCreate(value.GetString(), UriKind.Absolute, out _) ? [] : [$"{at}: {value} is not an absolute URI"],
            "uri-reference" => Uri.TryCreate(value.GetString(), UriKind.RelativeOrAbsolute, out _) ? [] : [$"{at}: {value} is not a URI"],
            "email" => value.GetString()!.Contains('@', StringComparison.Ordinal) ? [] : [$"{at}: {value} is not an address"],
            _ => [$"{at}: unknown format \"{format}\""],
        };

    private IEnumerable<string> ItemFaults(JsonElement rule, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return [];
        return value.EnumerateArray().SelectMany((item, i) => Check(rule, item, string.Create(CultureInfo.InvariantCulture, $"{at}[{i}]")));
    }

    private IEnumerable<string> OtherPropertyFaults(JsonElement schema, JsonElement rule, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        var known = schema.TryGetProperty("properties", out var properties) ? properties : default;
        return value
            .EnumerateObject()
            .Where(p => known.ValueKind != JsonValueKind.Object || !known.TryGetProperty(p.Name, out _))
            .SelectMany(p =>
                rule.ValueKind == JsonValueKind.False ? [$"{at}: \"{p.Name}\" is not allowed"] : Check(rule, p.Value, $"{at}.{p.Name}")
            );
    }

    private IEnumerable<string> DependencyFaults(JsonElement rule, JsonElement value, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [];
        return rule.EnumerateObject()
            .Where(d => value.TryGetProperty(d.Name, out _))
            .SelectMany(d =>
                d.Value.ValueKind == JsonValueKind.Array
                    ? d
                        .Value.EnumerateArray()
                        .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                        .Select(name => $"{at}: \"{d.Name}\" needs {name}")
                    : Check(d.Value, value, at)
            );
    }

    private IEnumerable<string> AnyOfFaults(JsonElement rule, JsonElement value, string at)
    {
        var alternatives = rule.EnumerateArray().Select(inner => Check(inner, value, at).ToList()).ToList();
        return alternatives.Any(faults => faults.Count == 0)
            ? []
            : [$"{at}: no alternative fits; nearest: {string.Join("; ", alternatives.MinBy(f => f.Count)!.Take(3))}"];
    }
}
