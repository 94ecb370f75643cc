using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsBot.Tests.Telemetry;

public sealed class TelemetryTests
{
    private const string Secret = "Quixotesecret";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Metrics_AreServedWhereAsked_AndContainNoTexts()
    {
        await using var host = await TestHost.StartAsync(
            [],
            settings => settings with { Telemetry = settings.Telemetry with { Prometheus = true } }
        );

        await AskAsync(host);
        var metrics = await host.Client.GetStringAsync("/metrics", Cancellation);

        Assert.Contains("newsbot_answer_duration_seconds_count", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket", metrics, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, metrics, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Metrics_AreOffByDefault()
    {
        await using var host = await TestHost.StartAsync([]);

        var response = await host.Client.GetAsync("/metrics", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Collector_GetsTracesAndMetrics_WithItsHeaders_AndNoTexts()
    {
        await using var collector = await Collector.StartAsync();
        await using var host = await TestHost.StartAsync(
            [],
            settings =>
                settings with
                {
                    Telemetry = settings.Telemetry with
                    {
                        OtlpEndpoint = collector.Address,
                        OtlpProtocol = OtlpExportProtocol.HttpProtobuf,
                        OtlpHeaders = "api-key=open-sesame",
                    },
                }
        );

        await AskAsync(host);
        // A page keeps the conversation in its address.
        await host.Client.GetAsync($"/?q={Secret}", Cancellation);
        host.Services.GetRequiredService<TracerProvider>().ForceFlush();
        host.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Contains(
            collector.Received,
            one => one.Path == "/v1/traces" && one.Body.Contains("newsbot.outcome", StringComparison.Ordinal)
        );
        Assert.Contains(
            collector.Received,
            one => one.Path == "/v1/traces" && one.Body.Contains("newsbot.channel", StringComparison.Ordinal)
        );
        Assert.All(
            (string[])["retrieve", "compose", "check versions"],
            step =>
                Assert.Contains(collector.Received, one => one.Path == "/v1/traces" && one.Body.Contains(step, StringComparison.Ordinal))
        );
        Assert.Contains(
            collector.Received,
            one => one.Path == "/v1/metrics" && one.Body.Contains("newsbot.answer.duration", StringComparison.Ordinal)
        );
        Assert.All(collector.Received, one => Assert.Equal("open-sesame", one.Key));
        Assert.All(collector.Received, one => Assert.DoesNotContain(Secret, one.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task CollectorThatIsAway_DoesNotKeepAnAnswer()
    {
        await using var host = await TestHost.StartAsync(
            [],
            settings => settings with { Telemetry = settings.Telemetry with { OtlpEndpoint = new Uri("http://127.0.0.1:1") } }
        );

        await AskAsync(host);
    }

    [Fact]
    public async Task JsonLogs_AreOneObjectALine()
    {
        using var folder = new TemporaryFolder();
        folder.Write("appsettings.json", """{"Telemetry":{"JsonLogs":true},"Urls":"http://127.0.0.1:0"}""");
        await using var program = BuiltProgram.Start(folder.Root, "serve");

        string? line;
        do
        {
            line = await program.Error.ReadLineAsync(Cancellation);
        } while (line is not null && !line.StartsWith('{'));

        Assert.NotNull(line);
        Assert.Equal("Information", JsonDocument.Parse(line).RootElement.GetProperty("LogLevel").GetString());
    }

    private static async Task AskAsync(TestHost host)
    {
        var response = await host.Client.PostAsJsonAsync("/api/ask", new { question = $"Who is {Secret}?" }, Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    /// <summary>Receives what an exporter sends over HTTP.</summary>
    private sealed class Collector(WebApplication app) : IAsyncDisposable
    {
        public ConcurrentQueue<(string Path, string? Key, string Body)> Received { get; } = new();

        public Uri Address => new(app.Urls.Single());

        public static async Task<Collector> StartAsync()
        {
            var app = WebApplication.CreateSlimBuilder().Build();
            app.Urls.Add("http://127.0.0.1:0");
            var collector = new Collector(app);
            app.Run(collector.ReceiveAsync);
            await app.StartAsync(Cancellation);
            return collector;
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();

        private async Task ReceiveAsync(HttpContext context)
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            Received.Enqueue(
                (context.Request.Path.ToString(), context.Request.Headers["api-key"], Encoding.UTF8.GetString(body.ToArray()))
            );
        }
    }
}
