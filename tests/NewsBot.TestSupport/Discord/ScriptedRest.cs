using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace NewsBot.TestSupport.Discord;

/// <summary>
/// Serves the REST API of <see cref="ScriptedDiscord"/>: checks every request against Discord's rules, and answers it. Thread-safe.
/// </summary>
/// <param name="discord">Determines its behaviour.</param>
/// <param name="requests">Receives the requests.</param>
/// <param name="interactions">Tracks which interactions wait for an answer.</param>
/// <param name="messages">Receives messages.</param>
/// <param name="gateway">The gateway for clients.</param>
/// <param name="now">The time since the start of the stand-in.</param>
/// <param name="violate">Receives broken rules.</param>
internal sealed class ScriptedRest(
    ScriptedDiscord discord,
    ScriptedRequests requests,
    ScriptedInteractions interactions,
    ScriptedMessages messages,
    ScriptedGateway gateway,
    Func<TimeSpan> now,
    Action<string> violate
)
{
    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Below the API's base address.</param>
    public async Task HandleAsync(HttpContext context, string path)
    {
        var body =
            context.Request.ContentLength > 0
                ? discord.Overlooks(await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body))
                : (JsonElement?)null;
        var at = now();
        var query = context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        CheckRules(context.Request.Method, path, query, body);
        if (!context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal))
            violate("wrong User-Agent");
        var request = new ScriptedRequest(context.Request.Method, path, body, 200, at);
        var fault = requests.TakeFault(request);
        var needsToken = path.Split('/')[1] is not ("webhooks" or "interactions");
        var hasToken = discord.AcceptsToken && context.Request.Headers.Authorization == $"Bot {ScriptedDiscord.Token}";
        var (status, answer) = (0, (JsonNode?)null);
        if (fault is null or { TakesEffect: true })
        {
            if (request.ChangesAnswer)
                await interactions.CallAnsweredAsync(InteractionOf(path));
            (status, answer) = needsToken && !hasToken ? (401, Error(0, "401: Unauthorized")) : Answer(request);
        }

        if (fault is not null)
            (status, answer) = (fault.Status, JsonNode.Parse(fault.Body));
        requests.Record(request with { Status = status });
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
        foreach (var (name, value) in fault?.Headers ?? new Dictionary<string, string>())
            context.Response.Headers[name] = value;
        if (answer is not null && status != 204)
            await context.Response.WriteAsJsonAsync(answer);
    }

    /// <summary>Checks a request against Discord's description, and a message also against the rules missing there.</summary>
    public void CheckRules(string method, string path, Dictionary<string, string> query, JsonElement? body)
    {
        foreach (var error in DiscordRules.Check(method, path, query, body))
            violate(error);
        var isCallback = path.EndsWith("/callback", StringComparison.Ordinal);
        var message = isCallback
            ? body!.Value.TryGetProperty("data", out var data)
            && !data.TryGetProperty("choices", out _)
            && !data.TryGetProperty("title", out _)
                ? data
                : (JsonElement?)null
            : method != "GET" && path.Contains("/messages", StringComparison.Ordinal)
                ? body
                : null;
        if (message is null)
            return;
        // A deferral shows no words, so it cannot ping anyone: only the flags of its message count.
        if (isCallback && body!.Value.GetProperty("type").GetInt32() == 5 && !MessageRules.ShowsSomething(message.Value))
            return;
        foreach (var error in MessageRules.Check(message.Value))
            violate($"{method} {path}: {error}");
        // An edit leaves the members that it does not name, so only the stored message shows whether it is empty.
        if (method != "PATCH" && !MessageRules.ShowsSomething(message.Value))
            violate($"{method} {path}: an empty message");
    }

    private (int Status, JsonNode? Answer) Answer(ScriptedRequest request)
    {
        var parts = request.Path.Split('/');
        switch (request.Method, parts[1])
        {
            case ("GET", "gateway"):
                return (
                    200,
                    new JsonObject
                    {
                        ["url"] = gateway.Address,
                        ["shards"] = discord.Shards,
                        ["session_start_limit"] = new JsonObject
                        {
                            ["total"] = 1000,
                            ["remaining"] = 1000,
                            ["reset_after"] = 0,
                            ["max_concurrency"] = 16,
                        },
                    }
                );
            case ("GET", "applications" or "oauth2"):
                return (200, new JsonObject { ["id"] = ScriptedDiscord.ApplicationId, ["name"] = "NewsBot" });
            case ("PUT", "applications"):
                return (200, new JsonArray());
            case ("POST", "interactions"):
                return Acknowledge(request, parts);
            case ("PATCH", "webhooks"):
                return Edit(request, parts[2]);
            case ("POST", "channels"):
                return (200, Message(messages.Post(parts[2], request.Body!.Value), parts[2]));
            case ("PATCH", "channels") when parts is [_, _, var place, "messages", var message]:
                messages.Edit(message, request.Body!.Value);
                return (200, Message(message, place));
            case ("GET", "channels"):
                return (200, DescribeChannel(parts[2]));
            case ("POST", "users"):
                return (200, DescribeChannel(ScriptedDiscord.DirectChannelId));
            case ("GET", "users"):
                return (200, ScriptedInteraction.User(parts[2] == "@me" ? ScriptedDiscord.BotId : parts[2]));
            default:
                violate($"unscripted {request.Method} {request.Path}");
                return (404, Error(0, "404: Not Found"));
        }
    }

    private (int Status, JsonNode? Answer) Acknowledge(ScriptedRequest request, string[] parts) =>
        interactions.Acknowledge(parts[2], parts[3], request.Body!.Value.GetProperty("type").GetInt32(), request.At) switch
        {
            0 => (204, null),
            40060 => (400, Error(40060, "Interaction has already been acknowledged.")),
            var code => (404, Error(code, "Unknown interaction")),
        };

    private (int Status, JsonNode? Answer) Edit(ScriptedRequest request, string application)
    {
        var interaction = InteractionOf(request.Path);
        if (application != ScriptedDiscord.ApplicationId || !interactions.MayEdit(interaction))
        {
            violate($"edit before the first answer: {interaction}");
            return (404, Error(10015, "Unknown Webhook"));
        }

        messages.Edit(interaction, request.Body!.Value);
        return (200, Message(interaction, ScriptedDiscord.ChannelId));
    }

    private static string InteractionOf(string path) => path.Split('/')[3]["token-".Length..];

    private static JsonObject Message(string id, string channel) =>
        new()
        {
            ["id"] = id,
            ["channel_id"] = channel,
            ["type"] = 0,
            ["author"] = ScriptedInteraction.User(ScriptedDiscord.BotId),
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
        if (id == ScriptedDiscord.DirectChannelId)
        {
            var recipient = ScriptedInteraction.User(ScriptedDiscord.UserId);
            return new JsonObject
            {
                ["id"] = id,
                ["type"] = 1,
                ["recipients"] = new JsonArray(recipient),
            };
        }

        var channel = new JsonObject
        {
            ["id"] = id,
            ["type"] = 0,
            ["guild_id"] = ScriptedDiscord.GuildId,
            ["name"] = "news",
            ["position"] = 0,
            ["permission_overwrites"] = new JsonArray(),
        };
        if (discord.Threads.TryGetValue(id, out var parent))
            (channel["type"], channel["parent_id"]) = (11, parent);
        return channel;
    }

    private static JsonObject Error(int code, string message) => new() { ["code"] = code, ["message"] = message };
}
