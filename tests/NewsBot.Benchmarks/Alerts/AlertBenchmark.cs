using System.Globalization;
using System.Runtime.InteropServices;
using NewsBot.Benchmarks.Soak;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Alerts;

/// <summary>
/// The verb <c>alerts</c>: what a thousand alerts cost while articles arrive one after another, and how long a host takes from a file in a
/// watched folder to the receipt of its post.
/// </summary>
internal static class AlertBenchmark
{
    private const int Arriving = 100;
    private const int Timed = 50;

    /// <summary>Runs both, and writes a report; 0, or 2 where something needed is missing.</summary>
    /// <param name="program">The host's program, built in Release.</param>
    /// <param name="file">The report; null: only the first part is run, and nothing is written.</param>
    public static async Task<int> RunAsync(string program, string? file)
    {
        if (SharedFolder.FindFile("eval/news") is not { } newsFolder || (file is not null && !File.Exists(program)))
        {
            await Console.Error.WriteLineAsync(
                $"Needs the news archive (NEWSBOT_SHARED) and the host's program {program}: dotnet build -c Release src/NewsBot"
            );
            return 2;
        }

        var news = AlertNews.Read(newsFolder, Arriving);
        var arriving = news.Arriving.Select(one => one.Facts.Source).ToHashSet(StringComparer.Ordinal);
        // First those that the articles answer, as far as there are any.
        string[] questions =
        [
            .. SoakNews
                .Questions(newsFolder)
                .OrderByDescending(question => question.Articles.Any(arriving.Contains))
                .Select(question => question.Text),
        ];
        var folder = Directory.CreateTempSubdirectory("newsbot-alerts-");
        try
        {
            var cost = await AlertCost.MeasureAsync(folder.CreateSubdirectory("cost").FullName, news, questions);
            var table = Describe(news, cost);
            Console.WriteLine(table);
            if (file is null)
                return 0;
            var times = await AlertLatency.MeasureAsync(program, folder.CreateSubdirectory("host").FullName, news, Timed);
            var report = Report(table, times);
            Console.WriteLine(report);
            await File.WriteAllTextAsync(file, report);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Describe(AlertNews news, AlertCost cost)
    {
        var (looks, matches) = (cost.Looks, cost.Matches);
        var whole = looks.Select(look => look.Whole.TotalMilliseconds);
        var first = looks.Where(look => look.Posts.Count > 0).Select(look => look.Posts.Min().TotalMilliseconds);
        var posts = looks.SelectMany(look => look.Posts).Select(post => post.TotalMilliseconds).ToArray();
        var kinds = string.Join(
            ", ",
            MixedAlerts.Mix.Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Kind} ({kind.Count})"))
        );
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            The archive has the first {news.Known:N0} articles of the news archive, by day; the next {looks.Count} arrive one after another. The alerts post at
            once, and are drawn from headlines with a fixed seed. They look for:
            {kinds}.

            | | p50 | p99 | most |
            |---|---|---|---|
            | ingest to the first post of an article, ms | {Row(first)} |
            | ingest to a post, ms | {Row(posts)} |
            | ingest to the end, all posts settled on disk, ms | {Row(whole)} |
            | posts of an article | {Row(looks.Select(look => (double)look.Posts.Count))} |
            | processor time of an article, ms | {Row(looks.Select(look => look.Processor.TotalMilliseconds))} |
            | allocated for an article, MB | {Row(looks.Select(look => look.Allocated / 1e6))} |

            {matches.Found:N0} matches were found. {matches.Untold:N0} of them were not told in the end, and {matches.ToldTwice:N0} were told twice.
            """
        );
    }

    private static string Report(string table, IReadOnlyList<TimeSpan?> times)
    {
        double[] came = [.. times.OfType<TimeSpan>().Select(time => time.TotalMilliseconds)];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"""
            # A thousand alerts

            Written by `dotnet run -c Release --project tests/NewsBot.Benchmarks -- alerts`, whose source describes the measurement.

            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}, {Environment.ProcessorCount} processors, .NET {Environment.Version}, {RuntimeInformation.OSDescription}.

            ## In one process

            Measured from the end of an article's ingest. The host looks once a second, so that up to a second is to be added.

            {table}

            ## From a file to a receipt

            A host has the same archive and a webhook with one alert. {times.Count} articles are written into its watched folder, one a second. From the
            end of the write to the receipt of the post: p50 {At(came, .5):N0} ms, p99 {At(came, .99):N0} ms, at most {At(
                came,
                1
            ):N0} ms; {times.Count - came.Length} without a post.

            A watched file is read once it has been unchanged for a second, and a folder is looked at once a second while files arrive.

            """
        );
    }

    private static string Row(IEnumerable<double> values)
    {
        double[] all = [.. values];
        return string.Create(CultureInfo.InvariantCulture, $"{At(all, .5):N1} | {At(all, .99):N1} | {At(all, 1):N1}");
    }

    private static double At(IEnumerable<double> values, double share)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
    }
}
