using System.Globalization;
using System.Net;
using System.Runtime.InteropServices;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Soak;

/// <summary>
/// A host that is asked for a long time while articles arrive, then asked twice as much as it can answer, then asked as before: whether it
/// grows, how long answers take, what it refuses, and how soon it is itself again.
/// </summary>
internal sealed class HostSoak(SoakedHost host, SoakNews news, QuestionLoad load, TextWriter report)
{
    private const int Arrivals = 1000;
    private const int CallersAtOnce = 16;
    private static readonly TimeSpan EveryArrival = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan EveryLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan IsPrompt = TimeSpan.FromSeconds(1);

    /// <summary>Runs all, and writes a report; 0, or 2 where something needed is missing.</summary>
    /// <param name="program">The host's program, built in Release.</param>
    /// <param name="minutes">How long the soak lasts; its first tenth is the warm-up.</param>
    /// <param name="rate">Questions a second.</param>
    /// <param name="file">The report.</param>
    public static async Task<int> RunAsync(string program, int minutes, double rate, string file)
    {
        if (SharedFolder.FindFile("eval/news") is not { } newsFolder || !File.Exists(program))
        {
            await Console.Error.WriteLineAsync(
                $"Needs the news archive (NEWSBOT_SHARED) and the host's program {program}: dotnet build -c Release src/NewsBot"
            );
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("newsbot-soak-");
        try
        {
            using var host = new SoakedHost(program, folder.FullName);
            using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(60) };
            var articles = Path.Combine(folder.FullName, "articles.jsonl");
            var news = await SoakNews.PrepareAsync(newsFolder, articles, host.Watched, Arrivals);
            await host.IngestAsync(articles);
            await host.StartAsync(client);
            await using var report = new StringWriter(CultureInfo.InvariantCulture);
            await new HostSoak(host, news, new QuestionLoad(client, SoakNews.Questions(newsFolder)), report).RunAsync(
                TimeSpan.FromMinutes(minutes),
                rate
            );
            await File.WriteAllTextAsync(file, report.ToString());
            Console.WriteLine(report);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task RunAsync(TimeSpan duration, double rate)
    {
        var rows = await SoakAsync(duration, rate);
        WriteSoak(rows, rate);
        var answered = await MeasureMostAsync();
        var (refused, accepted) = await OverloadAsync(2 * answered);
        var recovered = await RecoverAsync(rate);
        var after = host.Sample();
        report.WriteLine();
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                ## Twice what it can do

                {CallersAtOnce} callers who wait for their answers got {answered:F1} a second. Asked {2
                    * answered:F1} questions a second for
                {Short.TotalSeconds:F0} s, the host answered {accepted.Count:N0} (p50 {SoakRow.Percentile(
                    accepted,
                    .5
                ):F0} ms, p99 {SoakRow.Percentile(accepted, .99):F0} ms) and refused {refused.Count(question =>
                    question.Status == HttpStatusCode.ServiceUnavailable
                ):N0} with 503 (p99
                {SoakRow.Percentile(refused, .99):F0} ms); {refused.Count(question =>
                    question.Status != HttpStatusCode.ServiceUnavailable
                )} ended otherwise. Asked {rate:F0} a second from then on, it answered all within {IsPrompt.TotalSeconds:F0} s again
                {(
                    recovered is { } time ? $"after {time.TotalSeconds:F0} s" : "not at all within a minute"
                )}. Afterwards it held {after.PrivateMb:F0} MB of private memory and {after.Handles} handles.
                """
            )
        );
    }

    private async Task<IReadOnlyList<SoakRow>> SoakAsync(TimeSpan duration, double rate)
    {
        var rows = new List<(TimeSpan From, TimeSpan To, SoakRow Row)>();
        var held = new List<HostSample>();
        var (nextArrival, nextLook, nextRow) = (TimeSpan.Zero, EveryLook, duration / 10);
        // The first answers wait for the index.
        await load.AskInTurnAsync(1, EveryLook);
        var (begun, processor) = (load.Elapsed, host.Sample().Processor);
        await load.AskSteadilyAsync(
            rate,
            duration,
            async since =>
            {
                if (since >= nextArrival)
                {
                    nextArrival += EveryArrival;
                    await news.WriteNextAsync();
                }

                if (since >= nextLook)
                {
                    nextLook += EveryLook;
                    held.Add(host.Sample());
                }

                if (since >= nextRow)
                {
                    EndRow(nextRow);
                    nextRow += duration / 10;
                }
            }
        );
        EndRow(duration);
        // Some questions of a row are answered after its end.
        return [.. rows.Select(one => one.Row with { Asked = load.Between(one.From, one.To) })];

        void EndRow(TimeSpan until)
        {
            held.Add(host.Sample());
            var (from, to) = (begun + until - (duration / 10), begun + until);
            rows.Add(
                (
                    from,
                    to,
                    new SoakRow
                    {
                        Until = until,
                        Asked = load.Between(from, to),
                        Held = [.. held],
                        Processors = (held[^1].Processor - processor) / (load.Elapsed - from),
                    }
                )
            );
            Console.Error.WriteLine(rows[^1].Row.ToMarkdown());
            processor = held[^1].Processor;
            held.Clear();
        }
    }

    private async Task<double> MeasureMostAsync()
    {
        var begun = load.Elapsed;
        await load.AskInTurnAsync(CallersAtOnce, Short);
        return load.Between(begun, load.Elapsed).Count(question => question.Status == HttpStatusCode.OK) / Short.TotalSeconds;
    }

    private async Task<(IReadOnlyList<AskedQuestion> Refused, IReadOnlyList<AskedQuestion> Accepted)> OverloadAsync(double rate)
    {
        var begun = load.Elapsed;
        var asking = load.AskSteadilyAsync(rate, Short);
        await asking;
        var asked = load.Between(begun, begun + Short);
        return (
            [.. asked.Where(question => question.Status != HttpStatusCode.OK)],
            [.. asked.Where(question => question.Status == HttpStatusCode.OK)]
        );
    }

    private async Task<TimeSpan?> RecoverAsync(double rate)
    {
        var begun = load.Elapsed;
        await load.AskSteadilyAsync(rate, Short);
        var slow = load.Between(begun, load.Elapsed)
            .Where(question => question.Status != HttpStatusCode.OK || question.Took > IsPrompt)
            .Select(question => question.Due - begun)
            .DefaultIfEmpty(TimeSpan.Zero)
            .Max();
        return slow > Short - TimeSpan.FromSeconds(2) ? null : slow;
    }

    private void WriteSoak(IReadOnlyList<SoakRow> rows, double rate)
    {
        var settled = rows.Skip(1).ToList();
        var all = settled.SelectMany(row => row.Asked).ToList();
        var middle = settled.Select(row => row.PrivateMb).Order().ElementAt(settled.Count / 2);
        report.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                # Soak: a host that is asked for a long time

                Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- soak-host`, whose source describes the measurement.

                {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}; the questions are asked from
                the same machine.

                {rate:F0} questions a second of the news archive for {rows[
                    ^1
                ].Until.TotalMinutes:F0} minutes, nine tenths by the API and one tenth on the page, and a list of
                sources a second; meanwhile a file arrives in a watched folder every {EveryArrival.TotalSeconds:F0} s, in turn a new article and a changed one
                ({news.Written:N0} files). After the warm-up of the first row: p50 {SoakRow.Percentile(
                    all,
                    .5
                ):F0} ms, p99 {SoakRow.Percentile(all, .99):F0} ms, {all.Count(question =>
                    question.Status != HttpStatusCode.OK
                )} of {all.Count:N0} questions without an
                answer; private memory between {settled.Min(row => row.PrivateMb):F0} and {settled.Max(row => row.PrivateMb):F0} MB ({(
                    settled.Min(row => row.PrivateMb) / middle
                ) - 1:+0.0 %;-0.0 %} to {(settled.Max(row => row.PrivateMb) / middle)
                    - 1:+0.0 %;-0.0 %} of the median row); handles from {settled[0].Held[^1].Handles} to
                {settled[^1].Held[^1].Handles}.

                | minute | questions | not answered | p50 ms | p95 ms | p99 ms | private MB, mean | resident MB, mean | handles | threads | processors |
                |---|---|---|---|---|---|---|---|---|---|---|
                """
            )
        );
        foreach (var row in rows)
            report.WriteLine(row.ToMarkdown());
    }
}
