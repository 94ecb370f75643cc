using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace NewsBot.TestSupport.OpenApi;

/// <summary>
/// Checks values against JSON schemas as OpenAPI 3.1 uses them. Stricter than the standard: a field that no schema names is an error, and
/// so is an unknown keyword.
/// </summary>
/// <param name="root">The document of the references.</param>
public sealed class SchemaValidator(JsonElement root)
{
    private static readonly HashSet<string> Annotations =
    [
        "title",
        "description",
        "format",
        "default",
        "example",
        "examples",
        "deprecated",
        "readOnly",
        "writeOnly",
        "contentEncoding",
        "x-discord-union",
    ];

    /// <summary>Returns all faults; empty when the value is valid.</summary>
    /// <param name="schema">A schema of the document.</param>
    /// <param name="value">The value.</param>
    /// <param name="at">Name of the value, for the messages.</param>
    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value, string at)
    {
        var known = new HashSet<string>();
        var errors = new List<string>();
        Check(schema, value, at, known, errors);
        AddUnknown(value, at, known, errors);
        return errors;
    }

    private static void AddUnknown(JsonElement value, string at, HashSet<string> known, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        errors.AddRange(
            value.EnumerateObject().Where(field => !known.Contains(field.Name)).Select(field => $"{at}.{field.Name} is unknown")
        );
    }

    private void Check(JsonElement schema, JsonElement value, string at, HashSet<string> known, List<string> errors)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            var argument = keyword.Value;
            switch (keyword.Name)
            {
                case "$ref":
                    Check(Resolve(argument.GetString()!), value, at, known, errors);
                    break;
                case "allOf":
                    foreach (var part in argument.EnumerateArray())
                        Check(part, value, at, known, errors);
                    break;
                case "oneOf" or "anyOf":
                    CheckChoice(argument, value, at, isExclusive: keyword.Name == "oneOf", known, errors);
                    break;
                case "properties":
                    CheckProperties(argument, value, at, known, errors);
                    break;
                case "additionalProperties":
                    CheckAdditional(schema, argument, value, at, known, errors);
                    break;
                case "items" when value.ValueKind == JsonValueKind.Array:
                    foreach (var (index, item) in value.EnumerateArray().Index())
                        errors.AddRange(Check(argument, item, $"{at}[{index}]"));
                    break;
                case "items":
                    break;
                default:
                    if (!Annotations.Contains(keyword.Name) && Violation(keyword.Name, argument, value) is { } violation)
                        errors.Add($"{at} {violation}");
                    break;
            }
        }
    }

    private JsonElement Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate(root, (element, part) => element.GetProperty(part));

    private void CheckChoice(
        JsonElement choices,
        JsonElement value,
        string at,
        bool isExclusive,
        HashSet<string> known,
        List<string> errors
    )
    {
        var valid = 0;
        var reasons = new List<string>();
        foreach (var choice in choices.EnumerateArray())
        {
            var knownHere = new HashSet<string>(known);
            var errorsHere = new List<string>();
            Check(choice, value, at, knownHere, errorsHere);
            AddUnknown(value, at, knownHere, errorsHere);
            if (errorsHere.Count == 0)
            {
                valid++;
                known.UnionWith(knownHere);
            }

            reasons.AddRange(errorsHere.Take(2));
        }

        if (valid == 0)
            errors.Add($"{at} matches none of its schemas: {string.Join("; ", reasons.Distinct())}");
        else if (isExclusive && valid > 1)
            errors.Add($"{at} matches {valid} schemas instead of one");
    }

    private void CheckProperties(JsonElement properties, JsonElement value, string at, HashSet<string> known, List<string> errors)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var property in properties.EnumerateObject())
        {
            if (!value.TryGetProperty(property.Name, out var field))
                continue;
            known.Add(property.Name);
            errors.AddRange(Check(property.Value, field, $"{at}.{property.Name}"));
        }
    }

    private void CheckAdditional(
        JsonElement schema,
        JsonElement argument,
        JsonElement value,
        string at,
        HashSet<string> known,
        List<string> errors
    )
    {
        if (value.ValueKind != JsonValueKind.Object)
            return;
        foreach (var field in value.EnumerateObject())
        {
            if (schema.TryGetProperty("properties", out var properties) && properties.TryGetProperty(field.Name, out _))
                continue;
            known.Add(field.Name);
            if (argument.ValueKind == JsonValueKind.False)
                errors.Add($"{at}.{field.Name} is unknown");
            else if (argument.ValueKind == JsonValueKind.Object)
                errors.AddRange(Check(argument, field.Value, $"{at}.{field.Name}"));
        }
    }

    private static string? Violation(string keyword, JsonElement argument, JsonElement value) =>
        keyword switch
        {
            "type" => Types(argument).Any(type => IsType(type, value)) ? null : $"is {value.ValueKind}, not {argument}",
            "const" => JsonElement.DeepEquals(argument, value) ? null : $"is not {argument}",
            "enum" => argument.EnumerateArray().Any(allowed => JsonElement.DeepEquals(allowed, value))
                ? null
                : $"is {value}, which is not among {argument}",
            "required" => value.ValueKind != JsonValueKind.Object
                ? null
                : argument
                    .EnumerateArray()
                    .Where(name => !value.TryGetProperty(name.GetString()!, out _))
                    .Select(name => $"lacks {name}")
                    .FirstOrDefault(),
            "minLength" => Length(value) is { } length && length < argument.GetInt32()
                ? $"has {length} characters, less than {argument}"
                : null,
            "maxLength" => Length(value) is { } length && length > argument.GetInt32()
                ? $"has {length} characters, more than {argument}"
                : null,
            "minItems" => Count(value) is { } count && count < argument.GetInt32() ? $"has {count} items, less than {argument}" : null,
            "maxItems" => Count(value) is { } count && count > argument.GetInt32() ? $"has {count} items, more than {argument}" : null,
            "maxProperties" => value.ValueKind == JsonValueKind.Object && value.EnumerateObject().Count() > argument.GetInt32()
                ? "has too many fields"
                : null,
            "minimum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() < argument.GetDouble()
                ? $"is less than {argument}"
                : null,
            "maximum" => value.ValueKind == JsonValueKind.Number && value.GetDouble() > argument.GetDouble()
                ? $"is more than {argument}"
                : null,
            "pattern" => value.ValueKind == JsonValueKind.String && !Regex.IsMatch(value.GetString()!, argument.GetString()!)
                ? $"does not match {argument}"
                : null,
            "uniqueItems" => argument.GetBoolean()
            && value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().Select(item => item.GetRawText()).Distinct().Count() != value.GetArrayLength()
                ? "has duplicate items"
                : null,
            _ => $"cannot be checked: unknown keyword {keyword}",
        };

    private static IEnumerable<string> Types(JsonElement argument) =>
        argument.ValueKind == JsonValueKind.Array ? argument.EnumerateArray().Select(type => type.GetString()!) : [argument.GetString()!];

    private static bool IsType(string type, JsonElement value) =>
        type switch
        {
            "null" => value.ValueKind == JsonValueKind.Null,
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "string" => value.ValueKind == JsonValueKind.String,
            "number" => value.ValueKind == JsonValueKind.Number,
            "integer" => value.ValueKind == JsonValueKind.Number && long.TryParse(value.GetRawText(), CultureInfo.InvariantCulture, out _),
            "array" => value.ValueKind == JsonValueKind.Array,
            "object" => value.ValueKind == JsonValueKind.Object,
            _ => false,
        };

    /// <summary>Returns the length in Unicode characters, as JSON schema counts them.</summary>
    private static int? Length(JsonElement value) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()!.EnumerateRunes().Count() : null;

    private static int? Count(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : null;
}
