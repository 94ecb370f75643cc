using System.Diagnostics;
using System.Globalization;
using NewsBot.Benchmarks.Search;
using NewsBot.Benchmarks.Training;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Semantics;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Answers;

/// <summary>
/// How long a whole cited answer takes on the news archive, beside Lucene's bare search for ten passages in the same run.
/// </summary>
internal static class AnswerSpeed
{
    // Of another set, so that the code is compiled for good while none of the passages that are measured is in memory.
    private const int WarmUp = 1500;

    /// <param name="reads">Whether the reading model reads; else words decide alone.</param>
    public static async Task<int> RunAsync(bool reads)
    {
        var cache = Path.Combine(Path.GetTempPath(), "newsbot-training");
        await using var news = await TrainingArchive.OfNewsAsync(cache);
        using var reading = new ReadingModelLoader(ReadingModel.OwnFolder, Environment.ProcessorCount);
        var options = new AnswerOptions { Reading = reads ? reading : null };
        var kernel = new NewsroomKernel(news.Articles, new ArticleLinks(new Uri("http://newsbot.invalid/")), TimeProvider.System, options);
        var questions = TrainingSets.NewsQuestions();
        foreach (var question in TrainingSets.Squad().Take(reads ? WarmUp / 10 : WarmUp))
            await AskAsync(question.Question.Question, null);

        var times = new List<double>();
        var (before, allocated, collections) = (Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes(), GC.CollectionCount(0));
        foreach (var question in questions)
        {
            var start = Stopwatch.GetTimestamp();
            await AskAsync(question.Question, question.AsOf);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var processor = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times.Count;
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"whole answer: p50 {times[times.Count / 2]:F2} ms, p95 {times[times.Count * 95 / 100]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, processor time {processor:F2} ms, {(GC.GetTotalAllocatedBytes() - allocated) / 1e6 / times.Count:F2} MB and {(double)(GC.CollectionCount(0) - collections) / times.Count:F2} collections on average"
            )
        );
        var peer = LucenePeer.Run(
            NewsCorpus.Read(Path.GetDirectoryName(SharedFolder.Require("eval/news/questions.jsonl"))!),
            factor: 1,
            rounds: 3
        );
        Console.WriteLine(
            peer is null
                ? "Lucene is not installed."
                : string.Create(CultureInfo.InvariantCulture, $"Lucene, ten passages: p50 {peer.P50:F2} ms, p95 {peer.P95:F2} ms")
        );
        return 0;

        Task<Answer> AskAsync(string text, DateOnly? asOf) =>
            kernel.AskAsync(
                new QuestionRequest
                {
                    Text = text,
                    AsOf = asOf,
                    Desk = null,
                },
                CancellationToken.None
            );
    }
}
