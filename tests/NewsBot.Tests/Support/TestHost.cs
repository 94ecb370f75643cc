using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsBot.Http;
using NewsBot.Opening;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Support;

/// <summary>Represents the whole host over a separate archive; in memory, or on a real port of this machine.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly OpenArchive archive;
    private WebApplication app;

    private TestHost(TemporaryFolder folder, OpenArchive archive, WebApplication app, HttpClient client)
    {
        this.folder = folder;
        this.archive = archive;
        this.app = app;
        Client = client;
    }

    public HttpClient Client { get; private set; }

    public OpenArchive Archive => archive;

    /// <summary>Gets the services of the host.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>Gets the folder of the archive.</summary>
    public string DataDirectory => folder["data"];

    /// <summary>Starts the host in memory.</summary>
    /// <param name="articles">Lines of a .jsonl file; none: the seeds.</param>
    /// <param name="adjust">Changes the settings.</param>
    /// <param name="add">Adds services that only the serving process has.</param>
    public static async Task<TestHost> StartAsync(
        IReadOnlyList<string>? articles = null,
        Func<NewsBotSettings, NewsBotSettings>? adjust = null,
        Action<IServiceCollection>? add = null
    )
    {
        var (folder, settings, archive) = await OpenAsync(articles, adjust);
        var app = InMemory(settings, archive, add);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(folder, archive, app, app.GetTestClient());
    }

    /// <summary>Starts the host on a free port, with the server that users meet.</summary>
    /// <param name="articles">Lines of a .jsonl file; none: the seeds.</param>
    /// <param name="adjust">Changes the settings.</param>
    /// <param name="add">Adds services that only the serving process has.</param>
    /// <param name="address">The address, with port 0.</param>
    public static async Task<TestHost> ListenAsync(
        IReadOnlyList<string>? articles = null,
        Func<NewsBotSettings, NewsBotSettings>? adjust = null,
        Action<IServiceCollection>? add = null,
        string address = "http://127.0.0.1:0"
    )
    {
        var (folder, settings, archive) = await OpenAsync(
            articles,
            settings => (adjust?.Invoke(settings) ?? settings) with { Urls = [address] }
        );
        var builder = WebHost.CreateBuilder(settings, archive.Articles);
        add?.Invoke(builder.Services);
        var app = WebHost.Build(builder);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestHost(folder, archive, app, new HttpClient { BaseAddress = new Uri(app.Urls.Single()) });
    }

    /// <summary>Returns a host without a port and without a log, to be started.</summary>
    public static WebApplication InMemory(NewsBotSettings settings, OpenArchive archive, Action<IServiceCollection>? add = null)
    {
        var builder = WebHost.CreateBuilder(settings, archive.Articles);
        add?.Invoke(builder.Services);
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IStartupFilter>(new TestPeer());
        builder.Logging.ClearProviders();
        if (archive.Embeddings is { } embeddings)
            builder.Services.AddSingleton(embeddings);
        return WebHost.Build(builder);
    }

    /// <summary>Stops the host, and starts another in memory over the same data directory.</summary>
    /// <param name="between">What happens meanwhile.</param>
    public async Task RestartAsync(Action between)
    {
        var settings = Services.GetRequiredService<NewsBotSettings>();
        await StopAsync();
        Client.Dispose();
        await app.DisposeAsync();
        between();
        app = InMemory(settings, archive);
        await app.StartAsync(TestContext.Current.CancellationToken);
        Client = app.GetTestClient();
    }

    /// <summary>Stops the host as the process does, with its work in progress.</summary>
    public Task StopAsync() => app.StopAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await archive.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<(TemporaryFolder Folder, NewsBotSettings Settings, OpenArchive Archive)> OpenAsync(
        IReadOnlyList<string>? articles,
        Func<NewsBotSettings, NewsBotSettings>? adjust
    )
    {
        var folder = new TemporaryFolder();
        if (articles is not null)
            folder.Write("seeds/articles.jsonl", string.Join('\n', articles));
        var settings = SettingsLoader
            .Load(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>())
            .Settings!;
        if (articles is null)
            settings = settings with { SeedsDirectory = RepositoryFolder.Seeds };
        // Tests here are of the host; loading a model for each would be wasteful. Tests of the model's reading switch it on.
        settings = settings with
        {
            Answers = settings.Answers with { ReadingModel = false },
            // The tests' connectors listen on any free port.
            Teams = settings.Teams with
            {
                AllowedServiceHosts = ["127.0.0.1"],
            },
        };
        if (adjust is not null)
            settings = adjust(settings);
        var archive = await OpenArchive.OpenAsync(settings, TextWriter.Null, TestContext.Current.CancellationToken);
        return (folder, settings, archive);
    }
}
