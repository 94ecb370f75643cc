using System.Diagnostics;
using System.Globalization;
using NewsBot.Discord.Tests.EndToEnd;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Load;

/// <summary>
/// What a transport costs; printed, never asserted:
/// <c>dotnet run --project tests/NewsBot.Discord.Tests -c Release -- -explicit only -class NewsBot.Discord.Tests.Load.TransportMeasures
/// -showliveoutput</c>.
/// </summary>
public sealed class TransportMeasures(ITestOutputHelper output)
{
    private const int Starts = 11;
    private const int Interactions = 300;

    [Fact(Explicit = true)]
    public async Task Costs_OfStartingAndAnswering()
    {
        // The first start is that of a process; the others show what remains when all code is compiled.
        var starts = new List<TimeSpan>();
        for (var number = 0; number < Starts; number++)
        {
            var watch = Stopwatch.StartNew();
            await using var bot = await RunningBot.StartAsync(new ScriptedNewsroom());
            await bot.Log.LineAsync(line => line.Contains("is connected", StringComparison.Ordinal));
            starts.Add(watch.Elapsed);
        }

        await using var running = await RunningBot.StartAsync(new ScriptedNewsroom());
        var gateway = await running.Discord.ConnectionAsync();
        await GatewayTests.ConnectedAsync(gateway);
        await running.Log.LineAsync(line => line.Contains("commands registered", StringComparison.Ordinal));
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var number = 0; number < Interactions; number++)
        {
            var ask = ScriptedInteraction.Command("ask", ("question", "what?"));
            await running.Discord.SendAsync(gateway, ask);
            await running.Discord.RequestAsync(request => request.IsEdit && request.Path.Contains(ask.Token, StringComparison.Ordinal));
        }

        await running.IdleAsync();
        var processor = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds / Interactions;
        var latencies = running.Discord.Requests.Where(request => request.IsCallback).Select(running.Discord.Latency).ToList();
        Print($"first start until connected {starts[0].TotalMilliseconds:F0} ms, later starts {Median(starts[1..]):F1} ms");
        Print($"first answer: median {Median(latencies):F2} ms of {latencies.Count}; processor time of an interaction {processor:F2} ms");
        GC.Collect();
        Print($"memory: {GC.GetTotalMemory(forceFullCollection: true) / 1e6:F1} MB managed, {Environment.WorkingSet / 1e6:F0} MB in all");
    }

    private static double Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2).TotalMilliseconds;

    private void Print(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
