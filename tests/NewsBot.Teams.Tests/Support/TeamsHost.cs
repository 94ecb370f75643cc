using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Http;
using NewsBot.Teams.Options;
using NewsBot.Teams.Processing;
using NewsBot.Teams.Storage;
using NewsBot.TestSupport;

namespace NewsBot.Teams.Tests.Support;

/// <summary>Represents a host in memory with the real endpoint, the test's newsroom, and a scripted connector.</summary>
internal sealed class TeamsHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private bool _isOver;

    private TeamsHost(WebApplication app, FakeNewsroom newsroom, ScriptedConnector connector)
    {
        _app = app;
        Newsroom = newsroom;
        Connector = connector;
        Client = app.GetTestClient();
    }

    public FakeNewsroom Newsroom { get; }
    public ScriptedConnector Connector { get; }
    public HttpClient Client { get; }
    public IServiceProvider Services => _app.Services;

    /// <summary>Returns what people thought of answers.</summary>
    public Task<IReadOnlyList<ReaderFeedback>> FeedbackAsync() =>
        _app.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken);

    public ITeamsStore Store => _app.Services.GetRequiredService<ITeamsStore>();
    public IDigestChannel Digests => _app.Services.GetRequiredService<IDigestChannel>();

    /// <summary>
    /// Starts a host; its state is in the folder unless another one is given, which hosts may share. A real newsroom replaces the test's.
    /// </summary>
    public static async Task<TeamsHost> StartAsync(
        TemporaryFolder folder,
        TeamsOptions? options = null,
        FakeNewsroom? newsroom = null,
        ScriptedConnector? connector = null,
        TimeProvider? time = null,
        IPAddress? peer = null,
        INewsroom? real = null,
        TestState? state = null
    )
    {
        time ??= TimeProvider.System;
        newsroom ??= new FakeNewsroom();
        connector ??= new ScriptedConnector(time);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(time);
        builder.Services.AddSingleton(real ?? newsroom);
        builder.Services.AddSingleton(_ => new TeamsHttp(connector));
        builder.Services.AddSingleton(services =>
            state is null
                ? StateDatabase.Open(folder[StateDatabase.FileName], services.GetServices<StateSchema>())
                : state.Open(services.GetServices<StateSchema>())
        );
        builder.Services.AddTeams((options ?? new TeamsOptions()) with { DataDirectory = folder.Root });
        var app = builder.Build();
        app.Use(
            (http, next) =>
            {
                http.Connection.RemoteIpAddress = peer ?? IPAddress.Loopback;
                return next(http);
            }
        );
        app.MapTeams();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TeamsHost(app, newsroom, connector);
    }

    public async Task<HttpResponseMessage> PostAsync(string json, Action<HttpRequestMessage>? prepare = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        prepare?.Invoke(request);
        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, Action<HttpRequestMessage>? prepare = null) =>
        PostAsync(activity.ToJsonString(), prepare);

    /// <summary>Posts an activity and waits until everything that it led to is done.</summary>
    public async Task<HttpResponseMessage> PostAndSettleAsync(JsonObject activity)
    {
        var response = await PostAsync(activity);
        await WhenIdleAsync();
        return response;
    }

    public Task WhenIdleAsync() =>
        _app.Services.GetRequiredService<ConversationLanes>().WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(60));

    /// <summary>Ends the host as a crash does: nothing is finished, and nobody is told.</summary>
    public async Task KillAsync()
    {
        _isOver = true;
        Client.Dispose();
        await _app.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_isOver)
            return;
        _isOver = true;
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
