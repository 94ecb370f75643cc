using System.Text.Json;

namespace NewsBot.TestSupport.OpenApi;

/// <summary>Represents an OpenAPI 3.1 description of a web API, against which requests are checked. Thread-safe.</summary>
public sealed class OpenApiDescription
{
    private static readonly string[] Methods = ["get", "put", "post", "patch", "delete"];
    private readonly JsonElement root;
    private readonly SchemaValidator validator;
    private readonly List<(string Method, string[] Path, JsonElement Item, JsonElement Operation)> operations = [];

    private OpenApiDescription(JsonElement root)
    {
        this.root = root;
        validator = new SchemaValidator(root);
        foreach (var path in root.GetProperty("paths").EnumerateObject())
        {
            foreach (var method in Methods)
            {
                if (path.Value.TryGetProperty(method, out var operation))
                    operations.Add((method.ToUpperInvariant(), path.Name.Split('/'), path.Value, operation));
            }
        }
    }

    /// <summary>Reads a description.</summary>
    public static OpenApiDescription Load(Stream json)
    {
        using var document = JsonDocument.Parse(json);
        return new OpenApiDescription(document.RootElement.Clone());
    }

    /// <summary>Returns all faults of a request; empty when it is valid.</summary>
    /// <param name="method">Such as POST.</param>
    /// <param name="path">Below the API's base address, without the query, decoded.</param>
    /// <param name="query">Parameters of the query.</param>
    /// <param name="body">Null: none.</param>
    public IReadOnlyList<string> Check(string method, string path, IReadOnlyDictionary<string, string> query, JsonElement? body)
    {
        var parts = path.Split('/');
        var found = operations
            .Where(operation => operation.Method == method && Matches(operation.Path, parts))
            .OrderBy(operation => operation.Path.Count(IsParameter))
            .ToList();
        if (found.Count == 0)
            return [$"{method} {path}: the API has no such operation"];
        var (_, template, item, operation) = found[0];
        var errors = new List<string>();
        CheckPath(template, parts, [.. Parameters(item), .. Parameters(operation)], errors);
        CheckQuery(query, [.. Parameters(item), .. Parameters(operation)], errors);
        CheckBody(operation, body, errors);
        return errors.ConvertAll(error => $"{method} {string.Join('/', template)}: {error}");
    }

    /// <summary>Returns the statements of this description that are missing from another one, which may describe more operations.</summary>
    public IReadOnlyList<string> DifferencesFrom(OpenApiDescription other)
    {
        var comparison = new SchemaComparison(root, other.root);
        var differences = new List<string>();
        foreach (var (method, path, item, operation) in operations)
        {
            var at = $"{method} {string.Join('/', path)}";
            var theirs = other.operations.Find(candidate => candidate.Method == method && IsSame(candidate.Path, path));
            if (theirs.Path is null)
            {
                differences.Add($"{at}: the API has no such operation");
                continue;
            }

            foreach (var (ourName, theirName) in path.Zip(theirs.Path).Where(pair => IsParameter(pair.First)))
            {
                differences.AddRange(
                    comparison.Compare(
                        PathSchema([.. Parameters(item), .. Parameters(operation)], ourName),
                        PathSchema([.. Parameters(theirs.Item), .. Parameters(theirs.Operation)], theirName),
                        $"{at}: {ourName}"
                    )
                );
            }

            var (body, theirBody) = (Body(operation), Body(theirs.Operation));
            if (body.IsRequired != theirBody.IsRequired || body.Schema is null != theirBody.Schema is null)
                differences.Add($"{at}: only one of the two has a body");
            else if (body.Schema is { } schema)
                differences.AddRange(comparison.Compare(schema, theirBody.Schema!.Value, $"{at}: body"));
        }

        return differences;
    }

    private static bool IsParameter(string part) => part.StartsWith('{');

    private static bool Matches(string[] template, string[] parts) =>
        template.Length == parts.Length
        && template.Zip(parts).All(pair => IsParameter(pair.First) ? pair.Second.Length > 0 : pair.First == pair.Second);

    private static bool IsSame(string[] template, string[] other) =>
        template.Length == other.Length
        && template.Zip(other).All(pair => IsParameter(pair.First) ? IsParameter(pair.Second) : pair.First == pair.Second);

    private static JsonElement PathSchema(IReadOnlyList<JsonElement> parameters, string name) =>
        parameters.First(parameter => Is(parameter, "path", name.Trim('{', '}'))).GetProperty("schema");

    private static (bool IsRequired, JsonElement? Schema) Body(JsonElement operation)
    {
        if (!operation.TryGetProperty("requestBody", out var body))
            return (false, null);
        var isRequired = body.TryGetProperty("required", out var required) && required.GetBoolean();
        return (isRequired, body.GetProperty("content").GetProperty("application/json").GetProperty("schema"));
    }

    private static JsonElement.ArrayEnumerator Parameters(JsonElement owner) =>
        owner.TryGetProperty("parameters", out var parameters) ? parameters.EnumerateArray() : default;

    private static bool Is(JsonElement parameter, string place, string name) =>
        parameter.GetProperty("in").ValueEquals(place) && parameter.GetProperty("name").ValueEquals(name);

    private void CheckPath(string[] template, string[] parts, IReadOnlyList<JsonElement> parameters, List<string> errors)
    {
        foreach (var (name, value) in template.Zip(parts).Where(pair => IsParameter(pair.First)))
            errors.AddRange(validator.Check(PathSchema(parameters, name), JsonSerializer.SerializeToElement(value), name));
    }

    private static void CheckQuery(IReadOnlyDictionary<string, string> query, IReadOnlyList<JsonElement> parameters, List<string> errors)
    {
        errors.AddRange(
            query
                .Keys.Where(name => !parameters.Any(parameter => Is(parameter, "query", name)))
                .Select(name => $"query parameter {name} is unknown")
        );
        errors.AddRange(
            parameters
                .Where(parameter =>
                    parameter.GetProperty("in").ValueEquals("query")
                    && parameter.TryGetProperty("required", out var required)
                    && required.GetBoolean()
                )
                .Select(parameter => parameter.GetProperty("name").GetString()!)
                .Where(name => !query.ContainsKey(name))
                .Select(name => $"query parameter {name} is missing")
        );
    }

    private void CheckBody(JsonElement operation, JsonElement? body, List<string> errors)
    {
        var (isRequired, schema) = Body(operation);
        if (body is { } value && schema is { } known)
            errors.AddRange(validator.Check(known, value, "body"));
        else if (body is not null)
            errors.Add("it does not take a body");
        else if (isRequired)
            errors.Add("the body is missing");
    }
}
