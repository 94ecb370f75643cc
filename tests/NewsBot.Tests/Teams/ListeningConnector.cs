using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Teams;

/// <summary>A Bot Connector on a free port of this machine: it takes what Teams takes, and refuses what Teams refuses.</summary>
internal sealed class ListeningConnector : IAsyncDisposable
{
    private readonly Channel<(string Conversation, JsonElement Activity)> _messages = Channel.CreateUnbounded<(string, JsonElement)>();
    private readonly WebApplication _app;
    private int _posted;

    private ListeningConnector(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static async Task<ListeningConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new ListeningConnector(builder.Build());
        connector._app.MapPost("/v3/conversations/{conversation}/activities/{target?}", connector.TakeAsync);
        connector._app.MapPost("/v3/conversations", connector.BeginAsync);
        connector._app.MapPut("/v3/conversations/{conversation}/activities/{target}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next message; typing notices are passed over. Fails after half a minute.</summary>
    public async Task<(string Conversation, JsonElement Activity)> NextMessageAsync() =>
        await _messages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>A message that has come and was not read; null for none.</summary>
    public (string Conversation, JsonElement Activity)? TryNextMessage() => _messages.Reader.TryRead(out var message) ? message : null;

    /// <summary>Whether a message came that was not read.</summary>
    public bool HasMessage => _messages.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        var activity = await ReadAsync(http);
        var id = HttpMethods.IsPut(http.Request.Method) ? http.Request.RouteValues["target"] : Interlocked.Increment(ref _posted);
        await AnswerAsync(http, (string)http.Request.RouteValues["conversation"]!, activity, $$"""{"id":"{{id}}"}""");
    }

    /// <summary>Takes the first message of a thread in a channel.</summary>
    private async Task BeginAsync(HttpContext http)
    {
        var parameters = await ReadAsync(http);
        var channel = parameters.GetProperty("channelData").GetProperty("channel").GetProperty("id").GetString()!;
        var id = Interlocked.Increment(ref _posted);
        await AnswerAsync(
            http,
            channel,
            parameters.GetProperty("activity"),
            $$"""{"id":"{{channel}};messageid={{id}}","activityId":"{{id}}"}"""
        );
    }

    private async Task AnswerAsync(HttpContext http, string conversation, JsonElement activity, string answer)
    {
        if (ConnectorRules.Faults(activity, activity.GetRawText()) is [_, ..])
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (activity.GetProperty("type").GetString() == "message")
            _messages.Writer.TryWrite((conversation, activity));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync(answer);
    }

    private static async Task<JsonElement> ReadAsync(HttpContext http)
    {
        using var json = await JsonDocument.ParseAsync(http.Request.Body);
        return json.RootElement.Clone();
    }
}
