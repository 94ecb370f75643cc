using System.Diagnostics;
using System.Globalization;
using NewsBot.Discord.Tests.EndToEnd;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Load;

/// <summary>Many people at once, over the gateway and over the real archive. Speed is printed, never asserted.</summary>
public sealed class LoadTests(ITestOutputHelper output)
{
    private const int PerSecond = 100;

    [Fact]
    public Task Interactions_ForASecond_AreAllAnsweredOnce() => RunAsync(TimeSpan.FromSeconds(1));

    /// <summary>
    /// The measured run: <c>dotnet run --project tests/NewsBot.Discord.Tests -c Release -- -explicit only -class
    /// NewsBot.Discord.Tests.Load.LoadTests -showliveoutput</c>.
    /// </summary>
    [Fact(Explicit = true)]
    public Task Interactions_ForAMinute_AreAllAnsweredOnce() => RunAsync(TimeSpan.FromSeconds(60));

    private async Task RunAsync(TimeSpan duration)
    {
        await using var seeds = await SeedNewsroom.OpenAsync();
        await using var bot = await RunningBot.StartAsync(seeds.Newsroom);
        var gateway = await bot.Discord.ConnectionAsync();
        await GatewayTests.ConnectedAsync(gateway);
        var count = (int)(PerSecond * duration.TotalSeconds);

        var sent = await SendAsync(bot, gateway, count);
        foreach (var interaction in sent)
            await bot.Discord.RequestAsync(request => request.IsEdit && request.Path.Contains(interaction.Token, StringComparison.Ordinal));
        await bot.IdleAsync();

        var callbacks = bot.Discord.Requests.Where(request => request.IsCallback).ToList();
        Assert.Equal(count, callbacks.Select(request => request.Path).Distinct().Count());
        Assert.Equal(count, callbacks.Count);
        Assert.Equal(count, bot.Discord.Requests.Count(request => request.IsEdit));
        bot.Discord.AssertNoViolations();
        Print([.. callbacks.OrderBy(callback => callback.At).Select(bot.Discord.Latency)], duration);
    }

    /// <summary>Sends by the clock, not by the answers: a slow bot is not spared.</summary>
    private static async Task<List<ScriptedInteraction>> SendAsync(RunningBot bot, ScriptedGatewayConnection gateway, int count)
    {
        var sent = new List<ScriptedInteraction>();
        var watch = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (sent.Count < count)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            while (sent.Count < Math.Min(count, watch.Elapsed.TotalSeconds * PerSecond))
            {
                var interaction =
                    sent.Count % 2 == 0
                        ? ScriptedInteraction.Command("ask", ("question", "where was Putin?"))
                        : ScriptedInteraction.Command("sources", ("query", "drone"));
                sent.Add(interaction.By((9_000_000 + sent.Count).ToString(CultureInfo.InvariantCulture)));
                await bot.Discord.SendAsync(gateway, interaction);
            }
        }

        return sent;
    }

    private void Print(List<TimeSpan> latencies, TimeSpan duration)
    {
        Print($"{latencies.Count} interactions in {duration.TotalSeconds:F0} s", latencies);
        foreach (var (second, part) in latencies.Chunk(PerSecond * 10).Index())
            Print($"from second {second * 10}", part);
    }

    private void Print(string what, IEnumerable<TimeSpan> latencies)
    {
        var sorted = latencies.Order().ToList();
        double At(double part) => sorted[(int)Math.Min(sorted.Count - 1, part * sorted.Count)].TotalMilliseconds;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{what}: first answer p50 {At(0.5):F1} ms, p99 {At(0.99):F1} ms, slowest {At(1):F1} ms"
            )
        );
    }
}
