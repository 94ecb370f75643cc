using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using NewsBot.Discord.Options;
using NewsBot.Http;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Http;

/// <summary>The document at <c>/openapi.json</c> says what the host does.</summary>
public sealed class ApiDocumentTests
{
    private const string Path = "/openapi.json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Document_DescribesEveryRouteThatProgramsCall_AndNoOther()
    {
        await using var host = await TestHost.StartAsync(
            [],
            settings =>
                settings with
                {
                    Telemetry = settings.Telemetry with { Prometheus = true },
                    Discord = settings.Discord with { Mode = DiscordMode.Http, PublicKey = new string('a', 64) },
                }
        );
        var mapped = host
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(source => source.Endpoints)
            .OfType<RouteEndpoint>()
            .Select(route =>
                (
                    Path: "/" + route.RoutePattern.RawText!.Trim('/').Replace("{**", "{", StringComparison.Ordinal),
                    Methods: route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["any method"]
                )
            )
            .Where(route => FailureMiddleware.IsForPrograms(route.Path))
            .SelectMany(route => route.Methods.Select(method => $"{method} {route.Path}"))
            .Where(route => !route.StartsWith("HEAD ", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();

        var document = await ReadAsync(host);
        var described = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject().Select(method => $"{method.Key.ToUpperInvariant()} {path.Key}"))
            .Order(StringComparer.Ordinal);

        Assert.Contains("GET /metrics", mapped);
        Assert.Contains("POST /api/discord/interactions", mapped);
        Assert.Equal(mapped, described);
    }

    [Fact]
    public async Task Document_IsReadWithoutErrors_AndNamesEachOperationOnce()
    {
        var host = await SharedHosts.InMemoryAsync();
        var text = await host.Client.GetStringAsync(Path, Stop);

        var (document, diagnostic) = OpenApiDocument.Parse(text, "json");

        Assert.Empty(diagnostic!.Errors);
        Assert.Empty(diagnostic.Warnings);
        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, diagnostic.SpecificationVersion);
        Assert.All(
            document!.Paths.SelectMany(path => path.Value.Operations!),
            operation => Assert.Equal(operation.Key == HttpMethod.Post, operation.Value.RequestBody is not null)
        );
        var operations = document.Paths.SelectMany(path => path.Value.Operations!.Values).ToList();
        Assert.True(operations.Count > 10);
        Assert.Equal(operations.Count, operations.Select(operation => operation.OperationId).Distinct().Count());
        Assert.All(
            operations,
            operation =>
            {
                Assert.False(string.IsNullOrEmpty(operation.Summary));
                // References that lead nowhere have no target.
                Assert.All(operation.Security!.SelectMany(requirement => requirement.Keys), scheme => Assert.NotNull(scheme.Target));
                Assert.All(operation.Tags!, tag => Assert.NotNull(tag.Target));
            }
        );
    }

    [Theory]
    [InlineData("""{"question":"where was Putin?"}""")]
    [InlineData("""{"question":"hello"}""")]
    [InlineData("""{"question":"Who won the chess title in Reykjavik?","conversation":"a","asOf":"2023-05-09"}""")]
    [InlineData("""{"question":"sources drone"}""")]
    [InlineData("""{"question":""}""")]
    public async Task Answer_IsAsTheDocumentSays(string question)
    {
        var host = await SharedHosts.InMemoryAsync();
        using var body = new StringContent(question, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync("/api/ask", body, Stop);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertDescribedAsync(await ReadAsync(host), response, "post", "/api/ask");
        Assert.Equal([], Faults(await ReadAsync(host), "AskJson", JsonNode.Parse(question)));
    }

    [Theory]
    [InlineData("""{"passage":"Two drones were disabled.","statement":"Two drones were disabled."}""", 200)]
    [InlineData("""{"passage":"Two drones were disabled.","statement":"Three drones were disabled."}""", 200)]
    [InlineData("""{"passage":"Two drones were disabled."}""", 400)]
    public async Task Verdict_IsAsTheDocumentSays(string statement, int status)
    {
        var host = await SharedHosts.InMemoryAsync();
        using var body = new StringContent(statement, Encoding.UTF8, "application/json");
        using var response = await host.Client.PostAsync("/api/ground", body, Stop);

        Assert.Equal(status, (int)response.StatusCode);
        await AssertDescribedAsync(await ReadAsync(host), response, "post", "/api/ground");
        Assert.Equal(status == 200, Faults(await ReadAsync(host), "GroundJson", JsonNode.Parse(statement)).Count == 0);
    }

    [Theory]
    [InlineData("/api/sources?q=drone&top=3", "/api/sources")]
    [InlineData("/api/sources", "/api/sources")]
    [InlineData("/api/sources?q=drone&top=0", "/api/sources")]
    [InlineData("/api/articles/000_7fc79060c1c00942.txt", "/api/articles/{source}")]
    [InlineData("/api/articles/none.txt", "/api/articles/{source}")]
    [InlineData("/api/digest", "/api/digest")]
    [InlineData("/api/digest?date=1999-01-01&topic=drone", "/api/digest")]
    [InlineData("/api/digest?date=yesterday", "/api/digest")]
    [InlineData("/api/timeline?topic=drone", "/api/timeline")]
    [InlineData("/api/timeline", "/api/timeline")]
    [InlineData("/api/feed?q=drone", "/api/feed")]
    [InlineData("/api/feed?desk=none&q=drone", "/api/feed")]
    [InlineData("/health/live", "/health/live")]
    [InlineData("/health/ready", "/health/ready")]
    [InlineData(Path, Path)]
    public async Task Response_IsAsTheDocumentSays(string address, string path)
    {
        var host = await SharedHosts.InMemoryAsync();
        using var response = await host.Client.GetAsync(address, Stop);

        await AssertDescribedAsync(await ReadAsync(host), response, "get", path);
    }

    [Fact]
    public async Task ResponseOfANewsroom_WithVersionsAndDisagreements_IsAsTheDocumentSays()
    {
        var host = await SharedHosts.OfNewsroomAsync();
        var document = await ReadAsync(host);
        var digest = JsonNode.Parse(await host.Client.GetStringAsync("/api/digest", Stop))!;

        Assert.NotEmpty(digest["stories"]!.AsArray());
        Assert.Equal([], Faults(document, "DigestJson", digest));
        Assert.NotEmpty(Faults(document, "DigestJson", JsonNode.Parse("""{"date":"2023-05-03"}""")));
        digest["invented"] = 1;
        Assert.NotEmpty(Faults(document, "DigestJson", digest));
    }

    [Fact]
    public async Task Examples_AreAsTheDocumentSays()
    {
        var document = await ReadAsync(await SharedHosts.InMemoryAsync());
        var contents = document["paths"]!
            .AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .SelectMany(method =>
                new[] { method.Value!["requestBody"]?["content"], method.Value["responses"]!["200"]!["content"] }.OfType<JsonObject>()
            )
            .Select(content => content["application/json"])
            .Where(content => content?["example"] is not null)
            .ToList();

        Assert.True(contents.Count >= 8, $"Only {contents.Count} examples were found.");
        Assert.All(contents, content => Assert.Equal([], Faults(document, SchemaOf(content!), content!["example"])));
    }

    [Fact]
    public async Task BodyOfAQuestion_HasThePropertiesThatAreRead()
    {
        var host = await SharedHosts.InMemoryAsync();
        var document = await ReadAsync(host);
        var properties = document["components"]!["schemas"]!["AskJson"]!["properties"]!
            .AsObject()
            .Select(property => property.Key)
            .ToList();

        Assert.Equal(["question", "conversation", "asOf", "desk"], properties);
        foreach (var property in properties)
        {
            var body = new JsonObject { ["question"] = "where was Putin?" };
            body[property] = 7;
            using var response = await host.Client.PostAsJsonAsync("/api/ask", body, Stop);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Contains(property, await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.NotEmpty(Faults(document, "AskJson", body));
        }
    }

    [Fact]
    public async Task CallerWhoMustWait_IsToldSo_AsTheDocumentSays()
    {
        await using var host = await TestHost.StartAsync(
            [],
            settings =>
                settings with
                {
                    Access = settings.Access with { AllowAnonymous = true, Limits = settings.Access.Limits with { ReadsPerMinute = 1 } },
                }
        );
        var document = await ReadAsync(host);
        using var first = await FromElsewhereAsync(host, "/api/sources?q=a");
        using var second = await FromElsewhereAsync(host, "/api/sources?q=a");

        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        await AssertDescribedAsync(document, second, "get", "/api/sources");
        Assert.Contains("{}", document["paths"]!["/api/sources"]!["get"]!["security"]!.AsArray().Select(one => one!.ToJsonString()));
    }

    [Fact]
    public async Task CallerWithoutAKey_GetsNoDocument()
    {
        var host = await SharedHosts.InMemoryAsync();
        var document = await ReadAsync(host);
        using var response = await FromElsewhereAsync(host, Path);

        await AssertProblem.IsAsync(response, 401);
        await AssertDescribedAsync(document, response, "get", Path);
    }

    private static Task<HttpResponseMessage> FromElsewhereAsync(TestHost host, string path)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(TestPeer.Header, "203.0.113.7");
        return host.Client.SendAsync(request, Stop);
    }

    private static async Task<JsonObject> ReadAsync(TestHost host) =>
        JsonNode.Parse(await host.Client.GetStringAsync(Path, Stop))!.AsObject();

    /// <summary>Asserts that status, headers, media type and body of a response are in the document.</summary>
    private static async Task AssertDescribedAsync(JsonObject document, HttpResponseMessage response, string method, string path)
    {
        var status = ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var described = document["paths"]![path]![method]!["responses"]![status];
        Assert.True(described is not null, $"{method} {path} answers {status}, which the document does not say.");
        var mediaType = response.Content.Headers.ContentType!.MediaType!;
        var content = described["content"]![mediaType];
        Assert.True(content is not null, $"{method} {path} answers {status} with {mediaType}, which the document does not say.");
        Assert.All(
            (described["headers"] as JsonObject ?? []).Select(header => header.Key),
            name => Assert.True(response.Headers.Contains(name), $"{method} {path} answers {status} without {name}.")
        );
        if (content["schema"] is not null)
            Assert.Equal([], Faults(document, SchemaOf(content), JsonNode.Parse(await response.Content.ReadAsStringAsync(Stop))));
    }

    private static string SchemaOf(JsonNode content) => content["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1];

    /// <summary>Lists what of a document of JSON the schema forbids; properties that it does not name are forbidden, too.</summary>
    private static List<string> Faults(JsonObject document, string schema, JsonNode? instance)
    {
        var schemas = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (_, one) in schemas)
            one!["additionalProperties"] = false;
        var whole = new JsonObject { ["$ref"] = "#/$defs/" + schema, ["$defs"] = schemas };
        var text = whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal);
        var result = JsonSchema
            .FromText(text)
            .Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List, RequireFormatValidation = true });
        return result.IsValid
            ? []
            :
            [
                .. result
                    .Details.SelectMany(detail => detail.Errors ?? new Dictionary<string, string>(), (detail, error) => (detail, error))
                    .Select(fault => $"{fault.detail.InstanceLocation}: {fault.error.Value}")
                    .DefaultIfEmpty("not valid"),
            ];
    }
}
