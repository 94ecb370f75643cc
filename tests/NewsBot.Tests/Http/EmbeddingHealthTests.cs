using System.Text.Json;
using Microsoft.Extensions.Logging;
using NewsBot.Embedding;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Tests.Http;

public sealed class EmbeddingHealthTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HostWithAnEmbeddingModel_EmbedsInTheBackground_AndHealthSaysHowFarItIs()
    {
        string[] articles =
        [
            Some.ArticleLine("walkout", "Medics downed tools on Monday over their wages.", "Hospitals"),
            Some.ArticleLine("other", "Drones were aimed at the Kremlin.", "Drones"),
        ];
        await using var model = await ScriptedModelServer.StartAsync();
        await using var host = await TestHost.StartAsync(
            articles,
            settings => settings with { Model = new ModelSettings(model.Endpoint, null, null) { EmbeddingName = "vectors-1" } }
        );
        var log = new AwaitedLog("2 of 2 passages");
        using var work = new EmbeddingWork(host.Archive.Embeddings!, "vectors-1", log);
        await work.StartAsync(Cancellation);
        await log.Seen.InTimeAsync();
        await work.StopAsync(Cancellation);

        using var health = JsonDocument.Parse(await host.Client.GetStringAsync("/health/ready", Cancellation));
        using var found = JsonDocument.Parse(await host.Client.GetStringAsync("/api/sources?q=physician+strike+pay", Cancellation));

        Assert.Equal("""{"embedded":2,"passages":2}""", health.RootElement.GetProperty("embeddings").GetRawText());
        Assert.Equal("walkout", found.RootElement.GetProperty("passages")[0].GetProperty("source").GetString());
        Assert.Contains(
            "Medics downed tools on Monday over their wages.",
            model.EmbeddingCalls.SelectMany(texts => texts).Single(text => text.StartsWith("Hospitals", StringComparison.Ordinal)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ModelThatIsDown_IsLoggedOnce_AndShownInHealth()
    {
        await using var model = await ScriptedModelServer.StartAsync();
        model.Embeddings = _ => EmbeddingReply.Failing(503);
        await using var host = await TestHost.StartAsync(adjust: settings =>
            settings with
            {
                Model = new ModelSettings(model.Endpoint, null, null) { EmbeddingName = "vectors-1" },
            }
        );
        var log = new AwaitedLog("meanwhile searches use words alone");
        using var work = new EmbeddingWork(host.Archive.Embeddings!, "vectors-1", log);

        await work.StartAsync(Cancellation);
        await log.Seen.InTimeAsync();
        await work.StopAsync(Cancellation);

        Assert.Contains("returned 503", await host.Client.GetStringAsync("/health/ready", Cancellation), StringComparison.Ordinal);
        Assert.Contains(
            "\"passages\":[{",
            await host.Client.GetStringAsync("/api/sources?q=drone", Cancellation),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task HostWithoutOne_SaysNothingOfIt()
    {
        await using var host = await TestHost.StartAsync();

        Assert.DoesNotContain("embeddings", await host.Client.GetStringAsync("/health/ready", Cancellation), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(host.DataDirectory, "vectors")));
    }

    /// <summary>A log that is waited for.</summary>
    private sealed class AwaitedLog(string words) : ILogger<EmbeddingWork>
    {
        private readonly TaskCompletionSource seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => seen.Task;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (formatter(state, exception).Contains(words, StringComparison.Ordinal))
                seen.TrySetResult();
        }
    }
}
