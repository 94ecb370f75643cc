using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NewsBot.Elastic.Tests.StandIn;

/// <summary>
/// A small web server in the place of Elasticsearch: it keeps what it is sent, answers in the documented shapes, and refuses every request
/// that the public description of the API does not allow. <see cref="Refusals"/> lists those.
/// </summary>
internal sealed class EngineStandIn : IAsyncDisposable
{
    private const int MostHits = 10_000;

    private readonly WebApplication app;
    private readonly Lock sync = new();
    private readonly Dictionary<string, StandInIndex> indices = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Verb, EngineFault Fault)> faults = new();

    private EngineStandIn(WebApplication app) => this.app = app;

    /// <summary>Gets the address.</summary>
    public Uri Url => new(app.Urls.Single());

    /// <summary>Gets the requests that were refused for their form.</summary>
    public ConcurrentQueue<string> Refusals { get; } = new();

    /// <summary>Gets every request: method and path, and the length of its body in bytes.</summary>
    public ConcurrentQueue<(string Name, int Bytes, string Authorization)> Requests { get; } = new();

    public static async Task<EngineStandIn> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 100_000_000);
        builder.Services.AddRequestDecompression();
        var app = builder.Build();
        app.UseRequestDecompression();
        var engine = new EngineStandIn(app);
        app.Run(engine.AnswerAsync);
        await app.StartAsync();
        return engine;
    }

    /// <summary>Lets the next request of a kind fail: "_search".</summary>
    public void Fail(string verb, EngineFault fault, int times = 1)
    {
        for (var i = 0; i < times; i++)
            faults.Enqueue((verb, fault));
    }

    /// <summary>Gets the number of documents in an index, searchable or not.</summary>
    public int DocumentsIn(string index)
    {
        lock (sync)
            return indices[index].DocumentCount;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        JsonObject answer;
        var (status, fault) = (StatusCodes.Status200OK, default(EngineFault?));
        try
        {
            var name = RequestRules.Check(context.Request, body);
            Requests.Enqueue((name, Encoding.UTF8.GetByteCount(body), context.Request.Headers.Authorization.ToString()));
            fault = FaultOf(name);
            (status, answer) = Answer(name, context.Request, body, fault);
        }
        catch (RequestRefusedException refusal)
        {
            Refusals.Enqueue($"{context.Request.Method} {context.Request.Path}: {refusal.Message}");
            (status, answer) = (refusal.Status, ErrorOf(refusal.Status, refusal.Type, refusal.Reason));
        }

        if (fault == EngineFault.Dropped)
        {
            context.Features.Get<IHttpRequestLifetimeFeature>()!.Abort();
            return;
        }

        if (fault != EngineFault.OtherProduct)
            context.Response.Headers["X-Elastic-Product"] = "Elasticsearch";
        context.Response.StatusCode = status;
        if (context.Request.Method == HttpMethods.Head)
            return;

        // The engine answers in the media type that it was asked for.
        context.Response.ContentType = context.Request.Headers.Accept.ToString();
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private EngineFault? FaultOf(string name)
    {
        if (!faults.TryPeek(out var next) || !name.Contains(next.Verb, StringComparison.Ordinal))
            return null;
        faults.TryDequeue(out _);
        return next.Fault;
    }

    private (int Status, JsonObject Answer) Answer(string name, HttpRequest request, string body, EngineFault? fault)
    {
        switch (fault)
        {
            case EngineFault.TooBusy:
                return (429, ErrorOf(429, "es_rejected_execution_exception", "rejected execution"));
            case EngineFault.Unavailable:
                return (503, ErrorOf(503, "cluster_block_exception", "no master"));
            case EngineFault.Conflict:
                return (409, ErrorOf(409, "version_conflict_engine_exception", "version conflict"));
            case EngineFault.Unauthorized:
                return (401, ErrorOf(401, "security_exception", "unable to authenticate"));
        }

        var parts = request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        lock (sync)
        {
            if (name == "PUT /{index}")
                return CreateIndex(parts[0], JsonNode.Parse(body)!.AsObject());
            if (!indices.TryGetValue(parts[0], out var index))
                return (404, ErrorOf(404, "index_not_found_exception", $"no such index [{parts[0]}]"));
            return name switch
            {
                "HEAD /{index}" => (200, []),
                "POST /{index}/_refresh" => Refresh(index, fault),
                "POST /{index}/_bulk" or "PUT /{index}/_bulk" => Bulk(parts[0], index, body, fault),
                "GET /{index}/_doc/{id}" => Get(parts[0], index, parts[2]),
                "PUT /{index}/_doc/{id}" => Put(parts[0], index, parts[2], request.Query, JsonNode.Parse(body)!.AsObject()),
                "POST /{index}/_count" => (200, new() { ["count"] = Found(index, body).Count, ["_shards"] = Shards(fault) }),
                "POST /{index}/_search" => Search(parts[0], index, JsonNode.Parse(body)!.AsObject(), fault),
                _ => DeleteByQuery(index, request.Query, body, fault),
            };
        }
    }

    private (int, JsonObject) CreateIndex(string name, JsonObject body)
    {
        if (indices.ContainsKey(name))
            return (400, ErrorOf(400, "resource_already_exists_exception", $"index [{name}] already exists"));
        indices[name] = new StandInIndex(body);
        return (
            200,
            new()
            {
                ["acknowledged"] = true,
                ["shards_acknowledged"] = true,
                ["index"] = name,
            }
        );
    }

    private static (int, JsonObject) Refresh(StandInIndex index, EngineFault? fault)
    {
        if (fault != EngineFault.ShardsFailed)
            index.Refresh();
        return (200, new() { ["_shards"] = Shards(fault) });
    }

    private static (int, JsonObject) Bulk(string name, StandInIndex index, string body, EngineFault? fault)
    {
        if (!body.EndsWith('\n'))
            throw RequestRefusedException.Invalid("The bulk request must be terminated by a newline [\\n]");
        var (items, errors) = (new JsonArray(), false);
        var lines = body.Split('\n')[..^1];
        for (var at = 0; at < lines.Length; at += 2)
        {
            var (action, about) = JsonNode.Parse(lines[at])!.AsObject().Single();
            if (action != "index" || about!.AsObject().Select(pair => pair.Key).Except(["_id", "_index"]).Any())
                throw RequestRefusedException.Invalid($"Malformed action/metadata line [{at + 1}]");
            var id = about!["_id"]!.GetValue<string>();
            if (id.Length is 0 or > 512)
                throw RequestRefusedException.Invalid("id is too long, must be no longer than 512 bytes");
            var refused = at >= lines.Length / 2 && fault is EngineFault.HalfTooBusy or EngineFault.HalfRefused or EngineFault.Dropped;
            var item = new JsonObject { ["_index"] = name, ["_id"] = id };
            if (refused && at >= lines.Length / 2)
            {
                var status = fault == EngineFault.HalfTooBusy ? 429 : 400;
                item["status"] = status;
                item["error"] = new JsonObject { ["type"] = "document_parsing_exception", ["reason"] = "refused by the test" };
                errors = true;
            }
            else
            {
                item["_seq_no"] = index.Put(id, JsonNode.Parse(lines[at + 1])!.AsObject());
                (item["_primary_term"], item["_version"], item["result"], item["status"]) = (1, 1, "created", 201);
                item["_shards"] = new JsonObject
                {
                    ["total"] = 1,
                    ["successful"] = 1,
                    ["failed"] = 0,
                };
            }

            items.Add(new JsonObject { ["index"] = item });
        }

        return (
            200,
            new()
            {
                ["took"] = 1,
                ["errors"] = errors,
                ["items"] = items,
            }
        );
    }

    private static (int, JsonObject) Get(string name, StandInIndex index, string id)
    {
        if (index.Get(id) is not var (source, sequence))
            return (
                404,
                new()
                {
                    ["_index"] = name,
                    ["_id"] = id,
                    ["found"] = false,
                }
            );
        return (
            200,
            new()
            {
                ["_index"] = name,
                ["_id"] = id,
                ["_version"] = sequence + 1,
                ["_seq_no"] = sequence,
                ["_primary_term"] = 1,
                ["found"] = true,
                ["_source"] = source.DeepClone(),
            }
        );
    }

    private static (int, JsonObject) Put(string name, StandInIndex index, string id, IQueryCollection query, JsonObject source)
    {
        var known = index.Get(id);
        var isConflict =
            (query["op_type"] == "create" && known is not null)
            || (query.ContainsKey("if_seq_no") && query["if_seq_no"] != $"{known?.Sequence}")
            || query.ContainsKey("if_seq_no") != query.ContainsKey("if_primary_term");
        if (isConflict)
            return (409, ErrorOf(409, "version_conflict_engine_exception", $"[{id}]: version conflict"));
        var sequence = index.Put(id, source);
        return (
            200,
            new()
            {
                ["_index"] = name,
                ["_id"] = id,
                ["_version"] = sequence + 1,
                ["result"] = known is null ? "created" : "updated",
                ["_shards"] = new JsonObject
                {
                    ["total"] = 1,
                    ["successful"] = 1,
                    ["failed"] = 0,
                },
                ["_seq_no"] = sequence,
                ["_primary_term"] = 1,
            }
        );
    }

    private static (int, JsonObject) Search(string name, StandInIndex index, JsonObject body, EngineFault? fault)
    {
        var size = body["size"]?.GetValue<int>() ?? 10;
        if (size > MostHits)
            throw RequestRefusedException.Invalid($"Result window is too large, must be less than or equal to: [{MostHits}]");
        var hits = new StandInQuery(index)
            .Run(body["query"]!.AsObject())
            .Select(hit => (hit.Id, Sort: SortValues.Of(body["sort"]!.AsArray(), hit.Source, hit.Score)))
            .Order(Comparer<(string Id, SortValues Sort)>.Create((a, b) => a.Sort.CompareTo(b.Sort)));
        var after = body["search_after"] is JsonArray values ? SortValues.After(body["sort"]!.AsArray(), values) : null;
        var shown = hits.Where(hit => after is null || hit.Sort.CompareTo(after) > 0).Take(fault == EngineFault.ShardsFailed ? 1 : size);
        var isTimedOut = fault == EngineFault.TimedOut;
        return (
            200,
            new()
            {
                ["took"] = 1,
                ["timed_out"] = isTimedOut,
                ["_shards"] = Shards(fault),
                ["hits"] = new JsonObject
                {
                    ["max_score"] = null,
                    ["hits"] = new JsonArray([
                        .. shown
                            .Take(isTimedOut ? 1 : size)
                            .Select(hit => new JsonObject
                            {
                                ["_index"] = name,
                                ["_id"] = hit.Id,
                                ["_score"] = null,
                                ["sort"] = hit.Sort.ToJson(),
                            }),
                    ]),
                },
            }
        );
    }

    private static (int, JsonObject) DeleteByQuery(StandInIndex index, IQueryCollection query, string body, EngineFault? fault)
    {
        var found = Found(index, body);
        var conflicts = fault == EngineFault.HalfRefused ? found.Count : 0;
        foreach (var hit in found.Skip(conflicts))
            index.Delete(hit.Id);
        if (query["refresh"] == "true")
            index.Refresh();
        if (query["wait_for_completion"] == "false")
            return (200, new() { ["task"] = "node:1" });
        return (
            200,
            new()
            {
                ["took"] = 1,
                ["timed_out"] = fault == EngineFault.TimedOut,
                ["total"] = found.Count,
                ["deleted"] = found.Count - conflicts,
                ["batches"] = 1,
                ["version_conflicts"] = conflicts,
                ["noops"] = 0,
                ["failures"] = new JsonArray(),
            }
        );
    }

    private static List<(string Id, JsonObject Source, double Score)> Found(StandInIndex index, string body) =>
        new StandInQuery(index).Run(JsonNode.Parse(body)!["query"]!.AsObject());

    private static JsonObject Shards(EngineFault? fault)
    {
        var failed = fault == EngineFault.ShardsFailed ? 1 : 0;
        return new()
        {
            ["total"] = 2,
            ["successful"] = 2 - failed,
            ["skipped"] = 0,
            ["failed"] = failed,
        };
    }

    private static JsonObject ErrorOf(int status, string type, string reason) =>
        new()
        {
            ["error"] = new JsonObject
            {
                ["root_cause"] = new JsonArray(new JsonObject { ["type"] = type, ["reason"] = reason }),
                ["type"] = type,
                ["reason"] = reason,
            },
            ["status"] = status,
        };
}
