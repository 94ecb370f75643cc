using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace NewsBot.TestSupport.Discord;

/// <summary>
/// A stand-in for Discord on loopback: REST API and gateway. It checks every request against <see cref="DiscordRules"/> and Discord's
/// own rules of order, and fails on purpose when a test asks for it. Thread-safe.
/// </summary>
public sealed class ScriptedDiscord : IAsyncDisposable
{
    public const string Token = "scripted.bot.token";
    public const string ApplicationId = "100000000000000001";
    public const string BotId = "100000000000000001";
    public const string GuildId = "200000000000000001";
    public const string ChannelId = "300000000000000001";
    public const string OtherChannelId = "300000000000000002";
    public const string UserId = "400000000000000001";
    public const string DirectChannelId = "500000000000000001";

    private const string Base = "/api/v10";

    private readonly WebApplication app;
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly CancellationTokenSource stopping = new();
    private readonly Lock gate = new();
    private readonly List<ScriptedRequest> requests = [];
    private readonly List<(Func<ScriptedRequest, bool> Matches, TaskCompletionSource<ScriptedRequest> Found)> waiters = [];
    private readonly List<(Func<ScriptedRequest, bool> Matches, Queue<ScriptedFault> Faults)> faults = [];
    private readonly ConcurrentQueue<string> violations = new();
    private readonly Channel<ScriptedGatewayConnection> connections = Channel.CreateUnbounded<ScriptedGatewayConnection>();
    private readonly ConcurrentDictionary<string, TimeSpan> delivered = new();
    private readonly ConcurrentDictionary<string, int> acknowledged = new();
    private readonly ConcurrentDictionary<string, string> posted = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> calls = new();
    private long sequence;

    private ScriptedDiscord()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(HandleAsync);
    }

    /// <summary>What the adapter has to be told: nothing else.</summary>
    public Uri ApiBaseUrl => new(app.Urls.First() + Base);

    /// <summary>Heartbeat interval that new connections are told.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>Number of shards that is asked for.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Whether new connections are greeted with READY or RESUMED by themselves.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>Whether new connections are compressed when the client asks for it.</summary>
    public ScriptedCompression Compression { get; set; } = ScriptedCompression.AsAsked;

    /// <summary>Whether READY says only what Discord's description says that it always does.</summary>
    public bool IsTerse { get; set; }

    /// <summary>Whether the resume address that READY names can be reached.</summary>
    public bool ResumeAddressWorks { get; set; } = true;

    /// <summary>Channels that are threads, with the channels that they belong to.</summary>
    public ConcurrentDictionary<string, string> Threads { get; } = new();

    /// <summary>Takes out of a request's body what Discord overlooks, before it is checked.</summary>
    public Func<JsonElement, JsonElement> Overlooks { get; set; } = body => body;

    /// <summary>Whether the bot's token is accepted.</summary>
    public bool AcceptsToken { get; set; } = true;

    /// <summary>Everything that came in so far.</summary>
    public IReadOnlyList<ScriptedRequest> Requests
    {
        get
        {
            lock (gate) return [.. requests];
        }
    }

    /// <summary>Messages in channels, those with the same nonce counted once.</summary>
    public int PostedMessages => posted.Count;

    /// <summary>Rules that the adapter broke.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>Starts it.</summary>
    public static async Task<ScriptedDiscord> StartAsync()
    {
        var discord = new ScriptedDiscord();
        await discord.app.StartAsync();
        return discord;
    }

    /// <summary>Answers the next matching requests with failures, one each.</summary>
    public void Fail(Func<ScriptedRequest, bool> matches, params ScriptedFault[] with)
    {
        lock (gate) faults.Add((matches, new Queue<ScriptedFault>(with)));
    }

    /// <summary>The first request that matches, also one that has come already.</summary>
    public async Task<ScriptedRequest> RequestAsync(
        Func<ScriptedRequest, bool> matches, [CallerArgumentExpression(nameof(matches))] string condition = "")
    {
        TaskCompletionSource<ScriptedRequest> found;
        lock (gate)
        {
            if (requests.FirstOrDefault(matches) is { } request) return request;
            found = new TaskCompletionSource<ScriptedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((matches, found));
        }

        return await found.Task.InTimeAsync(
            () => $"Requests: {string.Join("; ", Requests.Select(r => $"{r.Method} {r.Path} {r.Status}"))}. Violations: {string.Join("; ", violations)}",
            $"a request that matches {condition}");
    }

    /// <summary>The next connection to the gateway.</summary>
    public Task<ScriptedGatewayConnection> ConnectionAsync() => connections.Reader.ReadAsync().AsTask().InTimeAsync(what: "a connection to the gateway");

    /// <summary>Sends an interaction over the gateway.</summary>
    public async Task SendAsync(ScriptedGatewayConnection connection, ScriptedInteraction interaction)
    {
        Expect(interaction);
        await connection.DispatchAsync("INTERACTION_CREATE", interaction.Json, Interlocked.Increment(ref sequence));
    }

    /// <summary>Sends a message event over the gateway.</summary>
    public Task SendMessageAsync(ScriptedGatewayConnection connection, JsonObject message) =>
        connection.DispatchAsync("MESSAGE_CREATE", message, Interlocked.Increment(ref sequence));

    /// <summary>Says that an interaction is on its way, so that answers to it are known.</summary>
    public void Expect(ScriptedInteraction interaction) => delivered[interaction.Id] = watch.Elapsed;

    /// <summary>Says that an interaction is on its way by HTTP: edits wait until the response to that call was read.</summary>
    public void ExpectCall(ScriptedInteraction interaction)
    {
        Expect(interaction);
        calls[interaction.Id] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Says that an interaction was acknowledged in the response to its HTTP call.</summary>
    public void Acknowledged(ScriptedInteraction interaction, JsonElement callback)
    {
        CheckRules("POST", $"/interactions/{interaction.Id}/{interaction.Token}/callback", [], Overlooks(callback));
        if (!acknowledged.TryAdd(interaction.Id, callback.GetProperty("type").GetInt32())) violations.Enqueue($"{interaction.Id} acknowledged twice");
        calls[interaction.Id].TrySetResult();
    }

    /// <summary>Time from sending an interaction to its first answer.</summary>
    public TimeSpan Latency(ScriptedRequest callback) => callback.At - delivered[callback.Path.Split('/')[2]];

    /// <summary>Asserts that no rule was broken.</summary>
    public void AssertNoViolations() => Assert.True(violations.IsEmpty, string.Join("\n", violations));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        // Disposing alone would stop it too, and block a thread while it does.
        using var limit = new CancellationTokenSource(Patience.Limit);
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (path is "/gateway/" or "/resume/") await HandleGatewayAsync(context);
        else if (path.StartsWith(Base, StringComparison.Ordinal)) await HandleRestAsync(context, path[Base.Length..]);
        else context.Response.StatusCode = 404;
    }

    private async Task HandleGatewayAsync(HttpContext context)
    {
        var isResume = context.Request.Path == "/resume/";
        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json") violations.Enqueue("gateway: wrong query");
        if (isResume && !ResumeAddressWorks)
        {
            context.Response.StatusCode = 503;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new ScriptedGatewayConnection(
            socket, context.Request.Path, context.Request.Query["compress"] == "zlib-stream" ? Compression : ScriptedCompression.Text, context.Abort);
        connections.Writer.TryWrite(connection);
        await connection.RunAsync(HeartbeatInterval, GreetAsync, stopping.Token);
    }

    private async Task GreetAsync(ScriptedGatewayConnection connection, JsonElement message)
    {
        var data = message.GetProperty("d");
        if (message.GetProperty("op").GetInt32() is not (2 or 6))
        {
            violations.Enqueue($"gateway: unexpected {message}");
            return;
        }

        if (data.GetProperty("token").GetString() != Token) violations.Enqueue("gateway: wrong token");
        if (!Greets) return;
        if (message.GetProperty("op").GetInt32() == 6)
        {
            if (data.GetProperty("session_id").GetString() != "session-1") violations.Enqueue("gateway: unknown session");
            if (connection.Path != "/resume/") violations.Enqueue("gateway: resumed on the wrong address");
            await connection.DispatchAsync("RESUMED", new JsonObject(), Interlocked.Increment(ref sequence));
            return;
        }

        await connection.DispatchAsync("READY", IsTerse ? TerseReady : Ready(), Interlocked.Increment(ref sequence));
    }

    private static JsonObject TerseReady => new()
    {
        ["v"] = 10,
        ["user"] = new JsonObject { ["id"] = BotId, ["username"] = "NewsBot", ["primary_guild"] = null },
        ["session_id"] = "session-1",
        ["application"] = new JsonObject { ["id"] = ApplicationId },
        ["something_new"] = new JsonArray(new JsonObject { ["deep"] = 1 }),
    };

    /// <summary>The data of READY.</summary>
    public JsonObject Ready() => new()
    {
        ["v"] = 10,
        ["user"] = ScriptedInteraction.User(BotId),
        ["session_id"] = "session-1",
        ["resume_gateway_url"] = app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/resume/",
        ["application"] = new JsonObject { ["id"] = ApplicationId, ["flags"] = 0 },
        ["guilds"] = new JsonArray(),
    };

    private async Task HandleRestAsync(HttpContext context, string path)
    {
        var body = context.Request.ContentLength > 0 ? Overlooks(await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body)) : (JsonElement?)null;
        var at = watch.Elapsed;
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        CheckRules(context.Request.Method, path, query, body);
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)) violations.Enqueue("wrong User-Agent");
        var request = new ScriptedRequest(context.Request.Method, path, body, 200, at);
        var fault = TakeFault(request);
        var isWebhook = path.StartsWith("/webhooks/", StringComparison.Ordinal) || path.StartsWith("/interactions/", StringComparison.Ordinal);
        var (status, answer) = (0, (JsonNode?)null);
        if (fault is null or { TakesEffect: true })
        {
            if (request.IsEdit && calls.TryGetValue(path.Split('/')[3]["token-".Length..], out var call)) await call.Task.InTimeAsync(what: "the end of the interaction's call");
            (status, answer) = !isWebhook && (!AcceptsToken || context.Request.Headers.Authorization != $"Bot {Token}")
                ? (401, Error(0, "401: Unauthorized"))
                : Answer(request);
        }

        if (fault is not null) (status, answer) = (fault.Status, JsonNode.Parse(fault.Body));
        Record(request with { Status = status });
        if (status == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = status;
        context.Response.Headers["X-RateLimit-Limit"] = "100";
        context.Response.Headers["X-RateLimit-Remaining"] = "99";
        context.Response.Headers["X-RateLimit-Reset-After"] = "1.000";
        context.Response.Headers["X-RateLimit-Bucket"] = $"{request.Method}{path.Split('/')[1]}";
        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>()) context.Response.Headers[name] = value;
        if (answer is not null && status != 204) await context.Response.WriteAsJsonAsync(answer);
    }

    private void CheckRules(string method, string path, Dictionary<string, string> query, JsonElement? body)
    {
        foreach (var error in DiscordRules.Check(method, path, query, body)) violations.Enqueue(error);
        var message = path.EndsWith("/callback", StringComparison.Ordinal)
            ? body!.Value.TryGetProperty("data", out var data) && !data.TryGetProperty("choices", out _) ? data : (JsonElement?)null
            : method != "GET" && path.Contains("/messages", StringComparison.Ordinal) ? body : null;
        if (message is null) return;
        // A deferral shows no words, so that it can ping nobody: of its message only the flags count.
        var isDeferral = path.EndsWith("/callback", StringComparison.Ordinal) && body!.Value.GetProperty("type").GetInt32() == 5;
        if (isDeferral && !MessageRules.ShowsSomething(message.Value)) return;
        foreach (var error in MessageRules.Check(message.Value)) violations.Enqueue($"{method} {path}: {error}");
        if (!MessageRules.ShowsSomething(message.Value)) violations.Enqueue($"{method} {path}: an empty message");
    }

    private (int Status, JsonNode? Answer) Answer(ScriptedRequest request)
    {
        var parts = request.Path.Split('/');
        switch (request.Method, parts[1])
        {
            case ("GET", "gateway"):
                return (200, new JsonObject
                {
                    ["url"] = app.Urls.First().Replace("http:", "ws:", StringComparison.Ordinal) + "/gateway/",
                    ["shards"] = Shards,
                    ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = 1000, ["reset_after"] = 0, ["max_concurrency"] = 16 },
                });
            case ("GET", "applications" or "oauth2"):
                return (200, new JsonObject { ["id"] = ApplicationId, ["name"] = "NewsBot" });
            case ("PUT", "applications"):
                return (200, new JsonArray());
            case ("POST", "interactions"):
                return Acknowledge(request, parts);
            case ("PATCH", "webhooks"):
                return Edit(parts);
            case ("POST", "channels"):
                return Post(request, parts[2]);
            case ("PATCH", "channels") when parts is [_, _, var place, "messages", var message]:
                return (200, Message(message, place));
            case ("GET", "channels"):
                return (200, DescribeChannel(parts[2]));
            case ("POST", "users"):
                return (200, DescribeChannel(DirectChannelId));
            case ("GET", "users"):
                return (200, ScriptedInteraction.User(parts[2] == "@me" ? BotId : parts[2]));
            default:
                violations.Enqueue($"unscripted {request.Method} {request.Path}");
                return (404, Error(0, "404: Not Found"));
        }
    }

    private (int Status, JsonNode? Answer) Acknowledge(ScriptedRequest request, string[] parts)
    {
        if (!delivered.TryGetValue(parts[2], out var since) || parts[3] != $"token-{parts[2]}" || request.At - since > TimeSpan.FromSeconds(3))
            return (404, Error(10062, "Unknown interaction"));
        if (acknowledged.TryAdd(parts[2], request.Body!.Value.GetProperty("type").GetInt32())) return (204, null);
        return (400, Error(40060, "Interaction has already been acknowledged."));
    }

    private (int Status, JsonNode? Answer) Edit(string[] parts)
    {
        var interaction = parts[3]["token-".Length..];
        if (parts[2] == ApplicationId && acknowledged.TryGetValue(interaction, out var type) && type is not 8)
            return (200, Message(interaction, ChannelId));
        violations.Enqueue($"edit before the first answer: {interaction}");
        return (404, Error(10015, "Unknown Webhook"));
    }

    private (int Status, JsonNode? Answer) Post(ScriptedRequest request, string channel)
    {
        if (!request.Body!.Value.TryGetProperty("nonce", out var nonce) || !request.Body.Value.TryGetProperty("enforce_nonce", out var enforce) || !enforce.GetBoolean())
            violations.Enqueue("a message without an enforced nonce");
        var id = posted.GetOrAdd($"{channel} {nonce}", _ => ScriptedInteraction.NextId());
        return (200, Message(id, channel));
    }

    private static JsonObject Message(string id, string channel) => new()
    {
        ["id"] = id,
        ["channel_id"] = channel,
        ["type"] = 0,
        ["author"] = ScriptedInteraction.User(BotId),
        ["content"] = "",
        ["timestamp"] = "2026-05-04T12:00:00.000000+00:00",
        ["edited_timestamp"] = null,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
    };

    private JsonObject DescribeChannel(string id)
    {
        if (id == DirectChannelId) return new JsonObject { ["id"] = id, ["type"] = 1, ["recipients"] = new JsonArray(ScriptedInteraction.User(UserId)) };
        var channel = new JsonObject { ["id"] = id, ["type"] = 0, ["guild_id"] = GuildId, ["name"] = "news", ["position"] = 0, ["permission_overwrites"] = new JsonArray() };
        if (Threads.TryGetValue(id, out var parent)) (channel["type"], channel["parent_id"]) = (11, parent);
        return channel;
    }

    private static JsonObject Error(int code, string message) => new() { ["code"] = code, ["message"] = message };

    private ScriptedFault? TakeFault(ScriptedRequest request)
    {
        lock (gate) return faults.FirstOrDefault(entry => entry.Faults.Count > 0 && entry.Matches(request)).Faults?.Dequeue();
    }

    private void Record(ScriptedRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
            foreach (var waiter in waiters.Where(waiter => waiter.Matches(request)).ToList())
            {
                waiters.Remove(waiter);
                waiter.Found.SetResult(request);
            }
        }
    }
}
