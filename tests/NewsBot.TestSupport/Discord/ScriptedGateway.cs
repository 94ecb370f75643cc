using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace NewsBot.TestSupport.Discord;

/// <summary>
/// Represents the gateway of <see cref="ScriptedDiscord"/>: accepts connections, greets them, and sends events. Thread-safe.
/// </summary>
/// <param name="discord">Determines its behaviour.</param>
/// <param name="violate">Receives broken rules.</param>
internal sealed class ScriptedGateway(ScriptedDiscord discord, Action<string> violate)
{
    private readonly Channel<ScriptedGatewayConnection> connections = Channel.CreateUnbounded<ScriptedGatewayConnection>();
    private long sequence;

    /// <summary>Gets the address where connections begin.</summary>
    public string Address => discord.Origin.Replace("http:", "ws:", StringComparison.Ordinal) + "/gateway/";

    /// <summary>Determines whether a path belongs to the gateway.</summary>
    public static bool Has(string path) => path is "/gateway/" or "/resume/";

    /// <summary>Returns the next connection.</summary>
    public Task<ScriptedGatewayConnection> ConnectionAsync() =>
        connections.Reader.ReadAsync().AsTask().InTimeAsync(what: "a connection to the gateway");

    /// <summary>Sends an event.</summary>
    public Task DispatchAsync(ScriptedGatewayConnection connection, string name, JsonNode data) =>
        connection.DispatchAsync(name, data, Interlocked.Increment(ref sequence));

    /// <summary>Returns the data of READY.</summary>
    public JsonObject Ready() =>
        new()
        {
            ["v"] = 10,
            ["user"] = ScriptedInteraction.User(ScriptedDiscord.BotId),
            ["session_id"] = "session-1",
            ["resume_gateway_url"] = discord.Origin.Replace("http:", "ws:", StringComparison.Ordinal) + "/resume/",
            ["application"] = new JsonObject { ["id"] = ScriptedDiscord.ApplicationId, ["flags"] = 0 },
            ["guilds"] = new JsonArray(),
        };

    /// <summary>Accepts a connection, and serves it until it ends.</summary>
    public async Task HandleAsync(HttpContext context, CancellationToken stopping)
    {
        var isResume = context.Request.Path == "/resume/";
        if (context.Request.Query["v"] != "10" || context.Request.Query["encoding"] != "json")
            violate("gateway: wrong query");
        if (isResume && !discord.ResumeAddressWorks)
        {
            context.Response.StatusCode = 503;
            return;
        }

        var asked = context.Request.Query["compress"] == "zlib-stream";
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var connection = new ScriptedGatewayConnection(
            socket,
            context.Request.Path,
            asked ? discord.Compression : ScriptedCompression.Text,
            context.Abort
        );
        connections.Writer.TryWrite(connection);
        await connection.RunAsync(discord.HeartbeatInterval, GreetAsync, stopping);
    }

    private async Task GreetAsync(ScriptedGatewayConnection connection, JsonElement message)
    {
        var data = message.GetProperty("d");
        if (message.GetProperty("op").GetInt32() is not (2 or 6))
        {
            violate($"gateway: unexpected {message}");
            return;
        }

        if (data.GetProperty("token").GetString() != ScriptedDiscord.Token)
            violate("gateway: wrong token");
        if (!discord.Greets)
            return;
        if (message.GetProperty("op").GetInt32() == 6)
        {
            if (data.GetProperty("session_id").GetString() != "session-1")
                violate("gateway: unknown session");
            if (connection.Path != "/resume/")
                violate("gateway: resumed on the wrong address");
            await DispatchAsync(connection, "RESUMED", new JsonObject());
            return;
        }

        await DispatchAsync(connection, "READY", discord.IsTerse ? TerseReady : Ready());
    }

    private static JsonObject TerseReady =>
        new()
        {
            ["v"] = 10,
            ["user"] = new JsonObject
            {
                ["id"] = ScriptedDiscord.BotId,
                ["username"] = "NewsBot",
                ["primary_guild"] = null,
            },
            ["session_id"] = "session-1",
            ["application"] = new JsonObject { ["id"] = ScriptedDiscord.ApplicationId },
            ["something_new"] = new JsonArray(new JsonObject { ["deep"] = 1 }),
        };
}
