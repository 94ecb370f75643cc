using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace NewsBot.TestSupport.Discord;

/// <summary>
/// Represents a stand-in for Discord on loopback: REST API and gateway. It checks every request against <see cref="DiscordRules"/> and
/// Discord's rules of order, and fails on purpose at a test's request. Thread-safe.
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
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<string> violations = new();
    private readonly ScriptedRequests requests = new();
    private readonly ScriptedInteractions interactions;
    private readonly ScriptedMessages messages;
    private readonly ScriptedGateway gateway;
    private readonly ScriptedRest rest;

    private ScriptedDiscord()
    {
        var watch = Stopwatch.StartNew();
        interactions = new ScriptedInteractions(() => watch.Elapsed, violations.Enqueue);
        messages = new ScriptedMessages(violations.Enqueue);
        gateway = new ScriptedGateway(this, violations.Enqueue);
        rest = new ScriptedRest(this, requests, interactions, messages, gateway, () => watch.Elapsed, violations.Enqueue);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets(new WebSocketOptions { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        app.Run(HandleAsync);
    }

    /// <summary>Gets the only settings that the adapter needs.</summary>
    public Uri ApiBaseUrl => new(Origin + Base);

    /// <summary>Gets or sets the heartbeat interval for new connections.</summary>
    public TimeSpan HeartbeatInterval { get; set; } = TimeSpan.FromSeconds(40);

    /// <summary>Gets or sets the recommended number of shards.</summary>
    public int Shards { get; set; } = 1;

    /// <summary>Gets or sets a value indicating whether new connections are greeted with READY or RESUMED automatically.</summary>
    public bool Greets { get; set; } = true;

    /// <summary>Gets or sets how new connections are compressed when the client asks for it.</summary>
    public ScriptedCompression Compression { get; set; } = ScriptedCompression.AsAsked;

    /// <summary>Gets or sets a value indicating whether READY contains only what Discord's description guarantees.</summary>
    public bool IsTerse { get; set; }

    /// <summary>Gets or sets a value indicating whether the resume address in READY can be reached.</summary>
    public bool ResumeAddressWorks { get; set; } = true;

    /// <summary>Gets the channels that are threads, with their parent channels.</summary>
    public ConcurrentDictionary<string, string> Threads { get; } = new();

    /// <summary>Gets or sets a function that removes from a request's body, before the check, what Discord ignores.</summary>
    public Func<JsonElement, JsonElement> Overlooks { get; set; } = body => body;

    /// <summary>Gets or sets a value indicating whether the bot's token is accepted.</summary>
    public bool AcceptsToken { get; set; } = true;

    /// <summary>Gets all requests received so far.</summary>
    public IReadOnlyList<ScriptedRequest> Requests => requests.All;

    /// <summary>Gets the messages in channels; those with the same nonce count once.</summary>
    public int PostedMessages => messages.Posted;

    /// <summary>Gets the rules that the adapter broke.</summary>
    public IReadOnlyCollection<string> Violations => violations;

    /// <summary>Gets the scheme, host and port.</summary>
    internal string Origin => app.Urls.First();

    /// <summary>Starts the stand-in.</summary>
    public static async Task<ScriptedDiscord> StartAsync()
    {
        var discord = new ScriptedDiscord();
        await discord.app.StartAsync();
        return discord;
    }

    /// <summary>Answers the next matching requests with failures, one each.</summary>
    public void Fail(Func<ScriptedRequest, bool> matches, params ScriptedFault[] with) => requests.Fail(matches, with);

    /// <summary>Returns the first request that matches, including earlier ones.</summary>
    public Task<ScriptedRequest> RequestAsync(
        Func<ScriptedRequest, bool> matches,
        [CallerArgumentExpression(nameof(matches))] string condition = ""
    ) =>
        requests
            .FirstAsync(matches)
            .InTimeAsync(
                () =>
                    $"Requests: {string.Join("; ", Requests.Select(r => $"{r.Method} {r.Path} {r.Status}"))}. Violations: {string.Join("; ", violations)}",
                $"a request that matches {condition}"
            );

    /// <summary>Returns the answer to an interaction as shown after all edits so far.</summary>
    public JsonElement ShownFor(ScriptedInteraction interaction) => messages.Find(interaction.Id);

    /// <summary>Returns the next connection to the gateway.</summary>
    public Task<ScriptedGatewayConnection> ConnectionAsync() => gateway.ConnectionAsync();

    /// <summary>Sends an interaction over the gateway.</summary>
    public Task SendAsync(ScriptedGatewayConnection connection, ScriptedInteraction interaction)
    {
        Expect(interaction);
        return gateway.DispatchAsync(connection, "INTERACTION_CREATE", interaction.Json);
    }

    /// <summary>Sends a message event over the gateway.</summary>
    public Task SendMessageAsync(ScriptedGatewayConnection connection, JsonObject message) =>
        gateway.DispatchAsync(connection, "MESSAGE_CREATE", message);

    /// <summary>Announces an interaction, so that answers to it are recognised.</summary>
    public void Expect(ScriptedInteraction interaction) => interactions.Expect(interaction);

    /// <summary>Announces an interaction over HTTP: edits wait until the response to that call was read.</summary>
    public void ExpectCall(ScriptedInteraction interaction) => interactions.ExpectCall(interaction);

    /// <summary>Records that an interaction was acknowledged in the response to its HTTP call.</summary>
    public void Acknowledged(ScriptedInteraction interaction, JsonElement callback)
    {
        rest.CheckRules("POST", $"/interactions/{interaction.Id}/{interaction.Token}/callback", [], Overlooks(callback));
        interactions.AcknowledgeCall(interaction, callback);
    }

    /// <summary>Returns the time from sending an interaction to its first answer.</summary>
    public TimeSpan Latency(ScriptedRequest callback) => callback.At - interactions.DeliveredAt(callback.Path.Split('/')[2]);

    /// <summary>Returns the data of READY.</summary>
    public JsonObject Ready() => gateway.Ready();

    /// <summary>Asserts that no rule was broken.</summary>
    public void AssertNoViolations() => Assert.True(violations.IsEmpty, string.Join("\n", violations));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        // Disposing alone would stop it too, but block a thread meanwhile.
        using var limit = new CancellationTokenSource(Patience.Limit);
        await app.StopAsync(limit.Token);
        await app.DisposeAsync();
        stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        if (ScriptedGateway.Has(path))
            await gateway.HandleAsync(context, stopping.Token);
        else if (path.StartsWith(Base, StringComparison.Ordinal))
            await rest.HandleAsync(context, path[Base.Length..]);
        else
            context.Response.StatusCode = 404;
    }
}
