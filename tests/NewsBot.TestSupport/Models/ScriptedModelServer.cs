using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NewsBot.TestSupport.Models;

/// <summary>
/// Represents a stand-in for an OpenAI-compatible endpoint, and for an Azure OpenAI resource: a web server on loopback that streams chat
/// completions (server-sent events, tool calls in pieces, usage, error bodies) and computes embeddings. A script determines each reply,
/// lies and failures included.
/// </summary>
public sealed class ScriptedModelServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<ModelCall> calls = new();
    private readonly ConcurrentQueue<IReadOnlyList<string>> embeddingCalls = new();

    private ScriptedModelServer(WebApplication app) => this.app = app;

    /// <summary>Gets or sets the base address, with <c>/v1</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>Gets or sets the address of an Azure OpenAI resource, which has the model's deployments below it.</summary>
    public Uri AzureEndpoint { get; private set; } = null!;

    /// <summary>Gets the requests, in order.</summary>
    public IReadOnlyList<ModelCall> Calls => [.. calls];

    /// <summary>Gets the texts of each request for embeddings, in order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> EmbeddingCalls => [.. embeddingCalls];

    /// <summary>
    /// Gets or sets the reply to each request for embeddings; called by several threads. By default each text gets its
    /// <see cref="ScriptedVectors"/>.
    /// </summary>
    public Func<IReadOnlyList<string>, EmbeddingReply> Embeddings { get; set; } = EmbeddingReply.Of;

    /// <summary>Starts a server.</summary>
    /// <param name="script">Returns the reply to each request; called by several threads.</param>
    public static async Task<ScriptedModelServer> StartAsync(Func<ModelCall, ModelReply> script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new ScriptedModelServer(builder.Build());
        server.app.MapPost("/v1/chat/completions", context => server.AnswerAsync(context, script));
        server.app.MapPost("/v1/embeddings", server.EmbedAsync);
        server.app.MapPost("/openai/deployments/{deployment}/chat/completions", context => server.AnswerAsync(context, script));
        server.app.MapPost("/openai/deployments/{deployment}/embeddings", server.EmbedAsync);
        await server.app.StartAsync();
        server.AzureEndpoint = new Uri(server.app.Urls.First());
        server.Endpoint = new Uri(server.AzureEndpoint, "/v1");
        return server;
    }

    /// <summary>Returns a server that gives the replies in order, and repeats the last one.</summary>
    public static Task<ScriptedModelServer> StartAsync(params ModelReply[] replies)
    {
        var next = -1;
        return StartAsync(_ => replies[Math.Min(Interlocked.Increment(ref next), replies.Length - 1)]);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context, Func<ModelCall, ModelReply> script)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var call = new ModelCall(body.RootElement.Clone(), context.Request);
        calls.Enqueue(call);
        var reply = script(call);
        var response = context.Response;
        if (reply.Status != 200)
        {
            await FailAsync(response, reply.Status);
            return;
        }

        response.ContentType = reply.Raw is null ? "text/event-stream" : "application/json";
        if (reply.Raw is { } raw)
        {
            await response.WriteAsync(raw);
            return;
        }

        try
        {
            await StreamAsync(context, reply, call.Model ?? "");
        }
        catch (OperationCanceledException)
        {
            // The caller left.
        }
    }

    private async Task EmbedAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        string[] texts = [.. body.RootElement.GetProperty("input").EnumerateArray().Select(text => text.GetString()!)];
        embeddingCalls.Enqueue(texts);
        var reply = Embeddings(texts);
        if (reply.Status != 200)
        {
            await FailAsync(context.Response, reply.Status);
            return;
        }

        try
        {
            if (reply.IsSilent)
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
            if (reply.Raw is { } raw)
            {
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(raw, context.RequestAborted);
                return;
            }

            await context.Response.WriteAsJsonAsync(
                new
                {
                    @object = "list",
                    data = reply.Vectors.Select(
                        (vector, index) =>
                            new
                            {
                                @object = "embedding",
                                index,
                                embedding = vector,
                            }
                    ),
                    model = body.RootElement.TryGetProperty("model", out var model) ? model.GetString() : null,
                    usage = new { prompt_tokens = 1, total_tokens = 1 },
                }
            );
        }
        catch (OperationCanceledException)
        {
            // The caller left.
        }
    }

    private static Task FailAsync(HttpResponse response, int status)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        return response.WriteAsync("""{"error":{"message":"scripted","type":"scripted","code":null}}""");
    }

    private static async Task StreamAsync(HttpContext context, ModelReply reply, string model)
    {
        await SendAsync(new { role = "assistant", content = "" }, null);
        if (reply.Refusal is { } refusal)
            await SendAsync(new { refusal }, null);
        if (reply.Call is { } called)
        {
            await SendAsync(
                new
                {
                    tool_calls = new[]
                    {
                        new
                        {
                            index = 0,
                            id = "call_1",
                            type = "function",
                            function = new { name = called.Name, arguments = "" },
                        },
                    },
                },
                null
            );
            foreach (var piece in called.Arguments.Chunk(5))
                await SendAsync(new { tool_calls = new[] { new { index = 0, function = new { arguments = new string(piece) } } } }, null);
        }

        do
        {
            foreach (var piece in reply.Pieces)
                await SendAsync(new { content = piece }, null);
        } while (reply.Ending == ModelEnding.Endless && !context.RequestAborted.IsCancellationRequested);

        if (reply.Ending == ModelEnding.Silence)
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        if (reply.Ending == ModelEnding.Cut)
            return;
        if (reply.Ending == ModelEnding.Closed)
        {
            context.Abort();
            return;
        }

        await SendAsync(new { }, reply.Call is null ? "stop" : "tool_calls");
        if (reply.Tokens is { } tokens)
            await WriteAsync(
                new
                {
                    id = "c",
                    @object = "chat.completion.chunk",
                    created = 1,
                    model,
                    choices = Array.Empty<object>(),
                    usage = new
                    {
                        prompt_tokens = tokens - 10,
                        completion_tokens = 10,
                        total_tokens = tokens,
                    },
                }
            );
        await context.Response.WriteAsync("data: [DONE]\n\n", context.RequestAborted);

        Task SendAsync(object delta, string? finish) =>
            WriteAsync(
                new
                {
                    id = "c",
                    @object = "chat.completion.chunk",
                    created = 1,
                    model,
                    choices = new[]
                    {
                        new
                        {
                            index = 0,
                            delta,
                            finish_reason = finish,
                        },
                    },
                }
            );

        async Task WriteAsync(object chunk)
        {
            await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk)}\n\n", context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }
}
