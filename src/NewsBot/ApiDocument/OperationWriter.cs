using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using NewsBot.Access;
using NewsBot.Settings;

namespace NewsBot.ApiDocument;

/// <summary>Writes what an <see cref="ApiOperation"/> says into the document. Thread-safe.</summary>
internal sealed class OperationWriter(NewsBotSettings settings) : IOpenApiOperationTransformer
{
    private readonly IReadOnlyDictionary<string, OpenApiSecurityScheme> schemes = ApiSecurity.Of(settings);

    /// <inheritdoc />
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<ApiOperation>().LastOrDefault() is not { } described)
            return Task.CompletedTask;
        var document = context.Document!;
        operation.OperationId = described.Id;
        operation.Summary = described.Summary;
        operation.Description = described.Description;
        operation.Tags = new HashSet<OpenApiTagReference> { new(described.Group, document) };
        operation.Parameters = [.. described.Parameters.Select(Parameter)];
        if (operation.RequestBody?.Content is { } bodies && bodies.TryGetValue("application/json", out var body))
            body.Example = Json(described.BodyExample);
        if (described.ForeignBody is { } foreign)
            operation.RequestBody = ForeignBody(foreign);
        Answer(operation, described);
        foreach (var status in DescribedRoutes.Failures(described, metadata.OfType<EndpointAccess>().LastOrDefault()))
            Failure(operation, status);
        operation.Security = Security(described, document);
        return Task.CompletedTask;
    }

    private static OpenApiRequestBody ForeignBody(string description) =>
        new()
        {
            Description = description,
            Required = true,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/json"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.Object } },
            },
        };

    private static void Answer(OpenApiOperation operation, ApiOperation described)
    {
        if (operation.Responses?.GetValueOrDefault("200") is not OpenApiResponse answer)
            return;
        answer.Description = described.Summary + ".";
        if (described.AnswerMediaType is not { } mediaType)
            return;
        answer.Content ??= new Dictionary<string, OpenApiMediaType>();
        if (!answer.Content.TryGetValue(mediaType, out var content))
            answer.Content[mediaType] = content = new OpenApiMediaType();
        content.Example = Json(described.AnswerExample);
    }

    private static void Failure(OpenApiOperation operation, int status)
    {
        var key = status.ToString(CultureInfo.InvariantCulture);
        if (operation.Responses?.GetValueOrDefault(key) is not OpenApiResponse failure)
            return;
        failure.Description = ReasonPhrases.GetReasonPhrase(status);
        if (status < StatusCodes.Status400BadRequest)
            failure.Content = null;
        else if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            AddHeader(failure, "Retry-After", JsonSchemaType.Integer, "How many seconds to wait before the next attempt.");
        else if (status == StatusCodes.Status401Unauthorized)
            AddHeader(failure, "WWW-Authenticate", JsonSchemaType.String, "Bearer, where a key would help.");
    }

    private static void AddHeader(OpenApiResponse response, string name, JsonSchemaType type, string description)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers[name] = new OpenApiHeader
        {
            Description = description,
            Schema = new OpenApiSchema { Type = type },
        };
    }

    private static OpenApiParameter Parameter(ApiParameter described)
    {
        var schema = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Format = described.Format,
            MaxLength = described.MaxChars,
        };
        if (described.Range is var (least, most, usual))
        {
            schema.Type = JsonSchemaType.Integer;
            schema.Minimum = least.ToString(CultureInfo.InvariantCulture);
            schema.Maximum = most.ToString(CultureInfo.InvariantCulture);
            schema.Default = usual;
        }

        return new OpenApiParameter
        {
            Name = described.Name,
            In = described.In,
            Required = described.IsRequired,
            Description = described.Description,
            Schema = schema,
            Example = described.Range is null ? described.Example : int.Parse(described.Example, CultureInfo.InvariantCulture),
        };
    }

    private List<OpenApiSecurityRequirement> Security(ApiOperation described, OpenApiDocument document)
    {
        List<OpenApiSecurityRequirement> requirements =
        [
            .. described
                .Credentials.Where(schemes.ContainsKey)
                .Select(name => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(name, document)] = [] }),
        ];
        // An empty requirement stands for a call without any.
        if (described.IsOpen || (settings.Access.AllowAnonymous && described.Credentials.Contains(ApiSecurity.Session)))
            requirements.Add([]);
        return requirements;
    }

    private static JsonNode? Json(string? text) => text is null ? null : JsonNode.Parse(text);
}
