using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Connections;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.Webhooks;

namespace NewsBot.Tests.Webhooks;

/// <summary>A host with webhooks, whose deliveries run when a test says so, by a clock that tests move.</summary>
internal sealed class WebhookDesk : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TestHost host;
    private readonly NewsBotSettings settings;
    private WebhookChannel channel = null!;
    private AlertDelivery alerts = null!;
    private DigestDelivery digests = null!;
    private int files;

    private WebhookDesk(TestHost host, NewsBotSettings settings) => (this.host, this.settings) = (host, settings);

    public FakeTime Clock { get; } = new();

    public HostProblems Problems { get; } = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Opens a host with settings.</summary>
    /// <param name="settings">As <see cref="Load"/> reads them.</param>
    public static async Task<WebhookDesk> OpenAsync(NewsBotSettings settings)
    {
        var host = await TestHost.StartAsync(
            [Some.ArticleLine("known.txt", "A drone was seen long before.", "Known drone", "2026-05-04T09:00:00Z")],
            usual => usual with { Webhooks = settings.Webhooks, Digests = settings.Digests, Ingest = settings.Ingest }
        );
        var desk = new WebhookDesk(host, settings);
        await desk.RestartAsync();
        return desk;
    }

    /// <summary>Reads settings from JSON.</summary>
    public static (NewsBotSettings? Settings, SettingProblem? Problem) Load(string json)
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", json);
        return SettingsLoader.Load(folder.Root, null, new Dictionary<string, string>(), new Dictionary<string, string?>());
    }

    /// <summary>Begins again as a new process does: nothing but what is on disk is known.</summary>
    /// <param name="orders">What the settings order now; null: the same.</param>
    public async Task RestartAsync(IReadOnlyList<StandingOrder>? orders = null)
    {
        channel?.Dispose();
        channel = new WebhookChannel(settings.Webhooks, settings.Ingest.PrivateHosts, Clock, Problems);
        var services = host.Services;
        var (newsroom, news) = (services.GetRequiredService<INewsroom>(), services.GetRequiredService<DigestNews>());
        var subscriptions = services.GetRequiredService<SubscriptionStore>();
        alerts = new AlertDelivery(
            services.GetRequiredService<AlertStore>(),
            subscriptions,
            [channel],
            services.GetRequiredService<ArticleArchive>(),
            services.GetRequiredService<ArticleLinks>(),
            newsroom.AskAsync,
            Clock,
            new AlertOptions(),
            new DeliveryOptions(),
            () => newsroom.Desks
        );
        digests = new DigestDelivery(subscriptions, [channel], news, Clock, new DeliveryOptions(), () => newsroom.Desks);
        await new StandingOrders(services.GetRequiredService<StateDatabase>(), news, Clock).ApplyAsync(
            WebhookChannel.ChannelName,
            orders ?? [.. settings.Webhooks.Select(webhook => webhook.Order)],
            Stop
        );
    }

    /// <summary>Lets articles arrive.</summary>
    public Task ArriveAsync(params string[] lines) =>
        host.Archive.Articles.IngestAsync([folder.Write($"{++files}.jsonl", string.Join('\n', lines))], null, Stop);

    /// <summary>Lets some time go by, and the host look for what is due.</summary>
    public async Task<IReadOnlyList<DeliveryNote>> RunAsync(TimeSpan later)
    {
        Clock.Advance(later);
        return [.. await alerts.RunOnceAsync(Stop), .. await digests.RunDueAsync(Stop)];
    }

    public async ValueTask DisposeAsync()
    {
        channel.Dispose();
        await host.DisposeAsync();
        folder.Dispose();
    }
}
