using System.Text;
using System.Text.Json;
using NewsBot.Delivering;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.Webhooks;

namespace NewsBot.Tests.Webhooks;

public sealed class WebhookTests : IAsyncLifetime
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwq83vEjRWeJA=";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The time after which a story is told of again.</summary>
    private static readonly TimeSpan BetweenUpdates = TimeSpan.FromMinutes(31);

    private ScriptedReceiver receiver = null!;

    public async ValueTask InitializeAsync() => receiver = await ScriptedReceiver.StartAsync();

    public ValueTask DisposeAsync() => receiver.DisposeAsync();

    [Fact]
    public void Signature_IsThatOfTheSpecification()
    {
        // The example of Standard Webhooks.
        var key = Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSignature.Of("msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", Encoding.UTF8.GetBytes("{\"test\": 2432232314}"), key)
        );
    }

    [Fact]
    public async Task Alert_IsPostedOnce_SignedAndWithItsCitedSentence()
    {
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1), Some.ArticleLine("rain.txt", "Rain fell on Hull.", "Rain", "2026-05-04T11:00:00Z"));

        await desk.RunAsync(Second);
        await desk.RunAsync(Minute);
        await desk.RunAsync(TimeSpan.FromHours(2));

        var post = Assert.Single(receiver.Posts);
        Assert.True(post.IsSignedWith(Secret));
        Assert.Equal(desk.Clock.GetUtcNow() - TimeSpan.FromHours(2) - Minute, post.At);
        Assert.Equal("alert", post.Type);
        Assert.Equal(["Drone 1 near the Kremlin"], post.Headlines);
        Assert.Equal(
            "A drone, number 1, was shot down near the Kremlin.",
            post.Data.GetProperty("citations")[0].GetProperty("quote").GetString()
        );
        Assert.Empty(desk.Problems.All);
    }

    [Fact]
    public async Task PostThatMeetsAnError_IsTriedAgainAfterAMinute_UnderTheSameId_WithTheSameContent()
    {
        receiver.Answers.Enqueue((500, null, null));
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1));

        await desk.RunAsync(Second);
        Assert.Equal(["Webhook tips answers 500."], desk.Problems.All);
        // The receiver may know the id already: what is new must not hide under it.
        await desk.ArriveAsync(Drone(2, "Bakery"));
        await desk.RunAsync(Second);
        Assert.Single(receiver.Posts);
        await desk.RunAsync(Minute);
        await desk.RunAsync(BetweenUpdates);

        Assert.Equal(3, receiver.Posts.Count);
        Assert.Equal(receiver.Posts[0].Id, receiver.Posts[1].Id);
        Assert.Equal(receiver.Posts[0].Text, receiver.Posts[1].Text);
        Assert.NotEqual(receiver.Posts[0].Timestamp, receiver.Posts[1].Timestamp);
        Assert.NotEqual(receiver.Posts[1].Id, receiver.Posts[2].Id);
        Assert.Equal(["Bakery 2 near the Kremlin"], receiver.Posts[2].Headlines);
        Assert.All(receiver.Posts, post => Assert.True(post.IsSignedWith(Secret)));
        Assert.Empty(desk.Problems.All);
    }

    [Fact]
    public async Task ReceiverThatAsksToWait_IsNotAskedBefore()
    {
        receiver.Answers.Enqueue((429, "Retry-After", "600"));
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1));

        await desk.RunAsync(Second);
        for (var minute = 1; minute < 10; minute++)
            await desk.RunAsync(Minute);
        Assert.Single(receiver.Posts);
        await desk.RunAsync(Minute);

        Assert.Equal(2, receiver.Posts.Count);
        Assert.Equal(receiver.Posts[0].Id, receiver.Posts[1].Id);
    }

    [Fact]
    public async Task ReceiverThatAsksToWaitForYears_GetsWhatComesAllTheSame()
    {
        receiver.Answers.Enqueue((503, "Retry-After", "999999999"));
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1));
        await desk.RunAsync(Second);

        await desk.RunAsync(TimeSpan.FromHours(7));
        await desk.RunAsync(TimeSpan.FromHours(25));

        Assert.Equal(2, receiver.Posts.Count);
        Assert.Equal(["Drone 1 near the Kremlin"], receiver.Posts[1].Headlines);
        // The attempts before were given up: this is another post.
        Assert.NotEqual(receiver.Posts[0].Id, receiver.Posts[1].Id);
    }

    [Fact]
    public async Task RestartBetweenAttempts_LosesNothing_AndRepeatsNothing()
    {
        receiver.Answers.Enqueue((503, null, null));
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1));
        await desk.RunAsync(Second);

        await desk.RestartAsync();
        // Nobody looks while the host is down.
        await desk.ArriveAsync(Drone(2, "Bakery"));
        await desk.RestartAsync();
        await desk.RunAsync(Minute + Second);
        await desk.RestartAsync();
        await desk.RunAsync(BetweenUpdates);

        Assert.Equal(3, receiver.Posts.Count);
        Assert.Equal(receiver.Posts[0].Id, receiver.Posts[1].Id);
        Assert.Equal(["Bakery 2 near the Kremlin"], receiver.Posts[2].Headlines);
    }

    [Fact]
    public async Task Redirect_IsNotFollowed()
    {
        receiver.Answers.Enqueue((307, "Location", receiver.Address.AbsoluteUri));
        await using var desk = await WebhookDesk.OpenAsync(Settings());
        await desk.ArriveAsync(Drone(1));

        await desk.RunAsync(Second);

        Assert.Single(receiver.Posts);
        Assert.Equal(["Webhook tips answers 307, and redirects are not followed; set its Url to where it leads."], desk.Problems.All);
    }

    [Fact]
    public async Task HostThatLeadsToAPrivateAddress_IsNotConnectedTo()
    {
        var settings = Settings(host: "localhost");
        await using var desk = await WebhookDesk.OpenAsync(settings with { Ingest = settings.Ingest with { PrivateHosts = [] } });
        await desk.ArriveAsync(Drone(1));

        await desk.RunAsync(Second);

        Assert.Empty(receiver.Posts);
        Assert.Contains("is not a public address", Assert.Single(desk.Problems.All), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WebhookOfADesk_GetsThatDesksArticlesOnly()
    {
        await using var desk = await WebhookDesk.OpenAsync(Settings("\"Desk\": \"Sports\", \"Digest\": \"13:00 UTC\","));
        await desk.ArriveAsync(Drone(1), Drone(2, "Stadium", "Sport Wire"));

        await desk.RunAsync(Second);
        await desk.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(["alert", "digest"], receiver.Posts.Select(post => post.Type));
        Assert.Equal(["Stadium 2 near the Kremlin"], receiver.Posts[0].Headlines);
        Assert.Equal(1, receiver.Posts[1].Data.GetProperty("articles").GetInt32());
        Assert.All(receiver.Posts, post => Assert.DoesNotContain("Drone 1", post.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Digest_IsPostedWhenItIsDue_AsTheApiWritesIt_WithItsWindow()
    {
        await using var desk = await WebhookDesk.OpenAsync(Settings("\"Digest\": \"13:00 UTC\","));
        await desk.ArriveAsync(Drone(1));
        await desk.RunAsync(TimeSpan.FromMinutes(59));
        Assert.DoesNotContain(receiver.Posts, post => post.Type == "digest");

        await desk.RunAsync(Minute);
        await desk.RunAsync(Minute);

        var digest = Assert.Single(receiver.Posts, post => post.Type == "digest").Data;
        Assert.Equal(
            [
                "date",
                "topic",
                "desk",
                "articles",
                "text",
                "stories",
                "citations",
                "leftOut",
                "moreReports",
                "since",
                "until",
                "corrected",
                "olderReports",
            ],
            digest.EnumerateObject().Select(property => property.Name)
        );
        Assert.Equal("2026-05-03T13:00:00+00:00", digest.GetProperty("since").GetString());
        Assert.Equal(JsonValueKind.Array, digest.GetProperty("corrected").ValueKind);
    }

    [Fact]
    public async Task WebhookThatIsNoLongerInTheSettings_GetsNothing_AndOneThatChanges_GetsWhatItSaysNow()
    {
        var settings = Settings();
        await using var desk = await WebhookDesk.OpenAsync(settings);
        var order = settings.Webhooks.Single().Order;
        await desk.RestartAsync([order with { Alert = "harbour", Digest = DigestSchedule.Read("13:00 UTC").Schedule }]);
        await desk.ArriveAsync(Drone(1), Some.ArticleLine("ice.txt", "The harbour froze over.", "Harbour", "2026-05-04T11:00:00Z"));
        await desk.RunAsync(Second);
        Assert.Equal(["Harbour"], Assert.Single(receiver.Posts).Headlines);

        await desk.RestartAsync([]);
        await desk.ArriveAsync(Some.ArticleLine("thaw.txt", "The harbour thawed.", "Thaw in the harbour", "2026-05-04T11:30:00Z"));
        await desk.RunAsync(TimeSpan.FromHours(2));

        Assert.Single(receiver.Posts);
    }

    [Fact]
    public async Task Host_PostsToTheWebhooksOfItsSettings()
    {
        using var folder = new TemporaryFolder();
        var settings = Settings();
        await using var host = await TestHost.StartAsync(
            [Some.ArticleLine("known.txt", "Rain fell on Hull.", "Rain")],
            usual => usual with { Webhooks = settings.Webhooks, Ingest = settings.Ingest, Digests = settings.Digests },
            services =>
            {
                services.AddWebhooks(settings);
                services.AddDigestDelivery();
            }
        );
        var line = Some.ArticleLine("new.txt", "A drone was shot down near the Kremlin.", "Drone near the Kremlin");
        await host.Archive.Articles.IngestAsync([folder.Write("new.jsonl", line)], null, TestContext.Current.CancellationToken);

        await receiver.FirstAsync();

        Assert.Equal(["Drone near the Kremlin"], receiver.Posts[0].Headlines);
    }

    private static string Drone(int number, string what = "Drone", string? outlet = null) =>
        Some.ArticleLine(
            $"{number}.txt",
            $"A {(what == "Drone" ? "" : what.ToLowerInvariant() + " ")}drone, number {number}, was shot down near the Kremlin.",
            $"{what} {number} near the Kremlin",
            "2026-05-04T11:00:00Z",
            outlet
        );

    private NewsBotSettings Settings(string more = "", string host = "127.0.0.1")
    {
        var (settings, problem) = WebhookDesk.Load(
            $$"""
            {
              "Ingest": { "PrivateHosts": ["{{host}}"] },
              "Digests": { "Desks": { "Sports": { "Outlets": ["Sport Wire"] } } },
              "Webhooks": {
                "Tips": { "Url": "http://{{host}}:{{receiver.Address.Port}}{{receiver.Address.PathAndQuery}}",
                  {{more}} "Secret": "{{Secret}}", "Alert": "drone near Kremlin" }
              }
            }
            """
        );
        Assert.Null(problem);
        return settings!;
    }
}
