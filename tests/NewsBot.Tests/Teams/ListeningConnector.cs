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

    private ListeningConnector(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    public static async Task<ListeningConnector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new ListeningConnector(builder.Build());
        connector._app.MapPost("/v3/conversations/{conversation}/activities/{target?}", connector.TakeAsync);
        await connector._app.StartAsync();
        return connector;
    }

    /// <summary>The next message; typing notices are passed over. Fails after half a minute.</summary>
    public async Task<(string Conversation, JsonElement Activity)> NextMessageAsync() =>
        await _messages.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    /// <summary>Whether a message came that was not read.</summary>
    public bool HasMessage => _messages.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var raw = await reader.ReadToEndAsync();
        using var json = JsonDocument.Parse(raw);
        if (ConnectorRules.Faults(json.RootElement, raw) is [_, ..])
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (json.RootElement.GetProperty("type").GetString() == "message")
            _messages.Writer.TryWrite(((string)http.Request.RouteValues["conversation"]!, json.RootElement.Clone()));
        http.Response.StatusCode = StatusCodes.Status201Created;
        await http.Response.WriteAsync("""{"id":"1"}""");
    }
}
