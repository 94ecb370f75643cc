using System.Diagnostics;
using NewsBot.Benchmarks.Soak;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>How long a host takes from a file in its watched folder to the receipt of the post at a webhook.</summary>
internal static class AlertLatency
{
    private const string Outlet = "Latency Wire";
    private const int WarmUp = 3;
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Returns the time of each article; null where no post of it came within two minutes.</summary>
    /// <param name="program">The host's program, built in Release.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="news">What is there, and what arrives: the first few are the warm-up.</param>
    /// <param name="count">How many articles.</param>
    public static async Task<IReadOnlyList<TimeSpan?>> MeasureAsync(string program, string folder, AlertNews news, int count)
    {
        using var receiver = new WebhookReceiver();
        using var host = new SoakedHost(program, folder)
        {
            Settings =
            {
                ["Ingest__PrivateHosts__0"] = receiver.Address.Host,
                ["Webhooks__bench__Url"] = receiver.Address.ToString(),
                ["Webhooks__bench__Secret"] = "whsec_" + Convert.ToBase64String(new byte[32]),
                ["Webhooks__bench__Alert"] = $"outlet:\"{Outlet}\"",
                // Some of the articles are of one story, and none of them waits.
                ["Alerts__MinutesBetweenUpdates"] = "0",
            },
        };
        var known = Path.Combine(folder, "known.jsonl");
        await news.WriteKnownAsync(known);
        await host.IngestAsync(known);
        using var client = new HttpClient { BaseAddress = host.Address };
        await host.StartAsync(client);
        foreach (var (line, facts) in news.Arriving.Take(WarmUp))
        {
            // The first one waits for the index.
            await WriteAsync(host, line, facts.Source);
            await receiver.TakenAsync(facts.Source, Patience);
        }

        var written = new List<(string Source, long At)>();
        var begun = Stopwatch.GetTimestamp();
        foreach (var (line, facts) in news.Arriving.Skip(WarmUp).Take(count))
        {
            written.Add((facts.Source, await WriteAsync(host, line, facts.Source)));
            var wait = (written.Count * Every) - Stopwatch.GetElapsedTime(begun);
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait);
        }

        var times = new List<TimeSpan?>();
        foreach (var (source, at) in written)
            times.Add(await receiver.TakenAsync(source, Patience) is { } taken ? Stopwatch.GetElapsedTime(at, taken) : null);
        return times;
    }

    private static async Task<long> WriteAsync(SoakedHost host, string line, string source)
    {
        var file = Path.Combine(host.Watched, $"{(uint)string.GetHashCode(source, StringComparison.Ordinal)}.jsonl");
        await File.WriteAllTextAsync(file, AlertNews.As(line, Outlet, TimeProvider.System.GetUtcNow()) + "\n");
        return Stopwatch.GetTimestamp();
    }
}
