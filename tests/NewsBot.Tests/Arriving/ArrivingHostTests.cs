using System.Text.Json;
using NewsBot.Connections;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Arriving;

public sealed class ArrivingHostTests
{
    private static readonly string[] Articles = [Some.ArticleLine("other", "Drones were aimed at the Kremlin.")];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FeedOfTheSettings_IsInAnswers_AsSoonAsTheServerHasAnsweredAndTheArchiveHasIt()
    {
        await using var server = new ScriptedFeedServer();
        server.Always(
            ScriptedFeedServer.Response(
                "200 OK",
                """
                <rss><channel><title>Feed</title><item><guid>https://news.test/1</guid><title>Harbour</title>
                <description>The harbour froze over on Sunday.</description></item></channel></rss>
                """
            )
        );
        await using var host = await TestHost.StartAsync(
            Articles,
            settings =>
                settings with
                {
                    Ingest = settings.Ingest with
                    {
                        Feeds = [new FeedSettings(server.Address("127.0.0.1"), "Wire", TimeSpan.FromMinutes(5))],
                        PrivateHosts = ["127.0.0.1"],
                    },
                }
        );

        var found = await UntilAsync(
            host,
            "/api/sources?q=harbour",
            body => body.Contains("https://news.test/1", StringComparison.Ordinal)
        );

        Assert.Contains("froze over", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedAndFolderThatFail_AreNamedInHealth_AndTheHostStaysReady()
    {
        using var elsewhere = new TemporaryFolder();
        await using var server = new ScriptedFeedServer();
        server.Always(ScriptedFeedServer.Response("404 Not Found", ""));
        await using var host = await TestHost.StartAsync(
            Articles,
            settings =>
                settings with
                {
                    Ingest = settings.Ingest with
                    {
                        Feeds = [new FeedSettings(server.Address("127.0.0.1"), null, TimeSpan.FromMinutes(5))],
                        PrivateHosts = ["127.0.0.1"],
                        Watch = [elsewhere["gone"]],
                    },
                }
        );

        using var health = JsonDocument.Parse(
            await UntilAsync(
                host,
                "/health/ready",
                body => body.Contains("answers 404", StringComparison.Ordinal) && body.Contains("does not exist", StringComparison.Ordinal)
            )
        );

        Assert.Equal("ready", health.RootElement.GetProperty("status").GetString());
        Assert.Equal(2, health.RootElement.GetProperty("failing").GetArrayLength());
    }

    [Fact]
    public void Problem_IsNewsOnce()
    {
        var problems = new HostProblems();

        Assert.True(problems.Note("a", "a fails"));
        Assert.False(problems.Note("a", "a fails"));
        Assert.True(problems.Note("a", "a fails otherwise"));
        Assert.True(problems.Note("a", null));
        Assert.False(problems.Note("a", null));
        Assert.Empty(problems.All);
    }

    // Asks until it is so; each answer is the wait for the next question.
    private static async Task<string> UntilAsync(TestHost host, string path, Func<string, bool> isSo)
    {
        var asked = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var body = await host.Client.GetStringAsync(path, Cancellation);
            if (isSo(body))
                return body;
            Assert.True(TimeProvider.System.GetElapsedTime(asked) < Patience.Limit, $"Not within {Patience.Limit}: {body}");
        }
    }
}
