using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using NewsBot.Access;
using NewsBot.Settings;
using NewsBot.Text;
using NewsBot.Wire;

namespace NewsBot.ApiDocument;

/// <summary>Serves a description of every address that programs call, in the form of OpenAPI 3.1.</summary>
internal static class DocumentServices
{
    /// <summary>Specifies where it is.</summary>
    public const string Path = "/openapi.json";

    private const string Name = "v1";

    /// <summary>Adds what makes the document.</summary>
    public static IServiceCollection AddApiDocument(this IServiceCollection services, NewsBotSettings settings)
    {
        // Schemas are made as the wire types are written; nothing else in the host writes JSON by these options.
        services.Configure<JsonOptions>(json =>
        {
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, NewsBotJson.Wire);
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        services.AddOpenApi(
            Name,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                // HEAD is answered wherever GET is, and would be said twice.
                options.ShouldInclude = description =>
                    description.ActionDescriptor.EndpointMetadata.OfType<ApiOperation>().Any()
                    && description.HttpMethod != HttpMethods.Head;
                options.AddOperationTransformer(new OperationWriter(settings));
                options.AddSchemaTransformer(
                    (schema, _, _) =>
                    {
                        schema.Description = SchemaWords.OfReader(schema.Description);
                        return Task.CompletedTask;
                    }
                );
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        Describe(document, settings);
                        return Task.CompletedTask;
                    }
                );
            }
        );
        return services.AddSingleton<ApiDescription>();
    }

    /// <summary>Maps <see cref="Path"/>, for callers who may use the API.</summary>
    public static void MapApiDocument(this IEndpointRouteBuilder routes)
    {
        var document = routes.ServiceProvider.GetRequiredService<ApiDescription>();
        routes
            .MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], document.ServeAsync)
            .WithMetadata(EndpointAccess.Programs)
            .Describe(ApiOperations.Document);
    }

    /// <summary>Returns the provider of the document.</summary>
    public static IOpenApiDocumentProvider Provider(IServiceProvider services) =>
        services.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);

    private static void Describe(OpenApiDocument document, NewsBotSettings settings)
    {
        document.Info = new OpenApiInfo
        {
            Title = "NewsBot",
            Version = ProductVersion.Number,
            Description =
                "Answers questions from the newsroom's own articles and cites the source of every statement. Failures are problem documents "
                + "(RFC 9457). HEAD is answered wherever GET is. Offsets count UTF-16 code units.",
            License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
        };
        document.Servers = [new OpenApiServer { Url = settings.PublicUrl?.AbsoluteUri.TrimEnd('/') ?? "/" }];
        document.Tags = new HashSet<OpenApiTag>(
            ApiOperations.Groups.Select(group => new OpenApiTag { Name = group.Name, Description = group.Description })
        );
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = ApiSecurity
            .Of(settings)
            .ToDictionary(scheme => scheme.Key, scheme => (IOpenApiSecurityScheme)scheme.Value);
    }
}
