using System.Globalization;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Search;

/// <summary>Many queries over one stored index: whether memory grows.</summary>
internal static class SoakBenchmark
{
    private const int Steps = 10;

    /// <summary>Prints the working set ten times on the way; 0, or 2 when there is nothing to measure.</summary>
    /// <param name="queries">How many ranked queries in all.</param>
    public static int Run(int queries)
    {
        if (SharedFolder.Path is not { } shared)
        {
            Console.Error.WriteLine("No news: set NEWSBOT_SHARED to the folder with eval/news.");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("newsbot-soak-");
        try
        {
            var questions = Fill(folder.FullName, Path.Combine(shared, "eval", "news"));
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            using var index = StoredPassageIndex.Open(folder.FullName);
            for (var step = 1; step <= Steps; step++)
            {
                for (var query = 0; query < queries / Steps; query++)
                    index.Search(questions[((step * queries / Steps) + query) % questions.Count]);
                Console.WriteLine(
                    FormattableString.Invariant(
                        $"{step * queries / Steps, 8} queries: working set {Environment.WorkingSet / 1e6:F0} MB{Private()}, managed heap {GC.GetTotalMemory(forceFullCollection: false) / 1e6:F0} MB"
                    )
                );
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The rest of the working set is pages of mapped files, which the system takes back when it needs them.
    private static string Private()
    {
        const string Status = "/proc/self/status";
        var line = File.Exists(Status)
            ? File.ReadLines(Status).FirstOrDefault(line => line.StartsWith("RssAnon:", StringComparison.Ordinal))
            : null;
        return line is null
            ? ""
            : FormattableString.Invariant(
                $", of it private {long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024 / 1e6:F0} MB"
            );
    }

    // The articles are let go of before the queries begin.
    private static List<PassageQuery> Fill(string folder, string newsFolder)
    {
        var news = NewsCorpus.Read(newsFolder);
        using var index = StoredPassageIndex.Open(folder);
        foreach (var batch in news.Articles.Chunk(2048))
            index.Apply([], batch);
        index.Commit(1);
        index.WaitForMerges();
        return [.. news.Questions.Select(question => new PassageQuery { Text = question.Text, AsOf = question.LastDay })];
    }
}
