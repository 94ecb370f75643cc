using System.Net;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Soak;

/// <summary>
/// A host that is asked for a long time while articles arrive, then asked twice as much as it can answer, then asked as before: whether it
/// grows, how long answers take, what it refuses, and how soon it is itself again.
/// </summary>
internal sealed class HostSoak(SoakedHost host, SoakNews news, QuestionLoad load)
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
        if (
            SharedFolder.FindFile("eval/news") is not { } newsFolder
            || SharedFolder.FindFile("train/reader") is not { } readerFolder
            || !File.Exists(program)
        )
        {
            await Console.Error.WriteLineAsync(
                $"Needs the news archive and its written questions (NEWSBOT_SHARED) and the host's program {program}: dotnet build -c Release src/NewsBot"
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
            var load = new QuestionLoad(client, SoakNews.Questions(newsFolder), SoakNews.WrittenQuestions(readerFolder));
            var report = await new HostSoak(host, news, load).RunAsync(TimeSpan.FromMinutes(minutes), rate);
            await File.WriteAllTextAsync(file, report.ToMarkdown());
            Console.WriteLine(report.ToMarkdown());
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<SoakReport> RunAsync(TimeSpan duration, double rate)
    {
        // The first answers wait for the index.
        await load.AskInTurnAsync(1, EveryLook);
        var answeredNew = await MeasureMostAsync();
        var rows = await SoakAsync(duration, rate);
        var most = await MeasureMostAsync();
        return new SoakReport
        {
            Rate = rate,
            Questions = load.Questions,
            Once = load.Once,
            Written = news.Written,
            EveryArrival = EveryArrival,
            Rows = rows,
            Callers = CallersAtOnce,
            AnsweredNew = answeredNew,
            Most = most,
            Overload = await OverloadAsync(2 * most),
            Prompt = IsPrompt,
            Recovered = await RecoverAsync(rate),
            After = host.Sample(),
        };
    }

    private async Task<IReadOnlyList<SoakRow>> SoakAsync(TimeSpan duration, double rate)
    {
        var rows = new List<(TimeSpan From, TimeSpan To, SoakRow Row)>();
        var held = new List<HostSample>();
        var (nextArrival, nextLook, nextRow) = (TimeSpan.Zero, EveryLook, duration / 10);
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

    private async Task<IReadOnlyList<AskedQuestion>> OverloadAsync(double rate)
    {
        var begun = load.Elapsed;
        await load.AskSteadilyAsync(rate, Short);
        return load.Between(begun, begun + Short);
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
}
