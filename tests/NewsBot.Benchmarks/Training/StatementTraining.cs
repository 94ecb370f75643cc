using System.Globalization;
using System.Text;
using NewsBot.Archive;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.Composing;
using NewsBot.Newsroom.Evaluation;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// Fits the weights of <see cref="StatementScorer"/> on the seed questions and on every second question of the SQuAD 2.0 half, and
/// prints what the threshold trades: right answers against declines. Deterministic.
/// </summary>
internal static class StatementTraining
{
    /// <summary>News matters more than encyclopaedia: one question on the seeds counts as much as this many others.</summary>
    private const double SeedWeight = 20;

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await using var seedStore = await SqliteArticleStore.OpenAsync(folder["seeds.db"], CancellationToken.None);
        await using var seeds = await ArticleArchive.OpenAsync(seedStore, new InMemoryPassageIndex(), CancellationToken.None);
        await seeds.IngestAsync([Path.Combine(RepositoryFolder.Root, "seeds")], null, CancellationToken.None);
        await using var squadStore = await SqliteArticleStore.OpenAsync(folder["squad.db"], CancellationToken.None);
        await using var squad = await ArticleArchive.OpenAsync(squadStore, new InMemoryPassageIndex(), CancellationToken.None);
        await squad.IngestAsync([SharedFolder.Require("eval/squad2/articles.jsonl")], null, CancellationToken.None);

        var own = Path.Combine(RepositoryFolder.Root, "tests", "NewsBot.Newsroom.Tests", "Evaluation", "seed-questions.jsonl");
        EvaluationQuestion[] seedQuestions = [.. EvaluationFile.Read(SharedFolder.Require("eval/seeds-qa.jsonl")), .. EvaluationFile.Read(own)];
        EvaluationQuestion[] all = [.. EvaluationFile.Read(SharedFolder.Require("eval/squad2/questions.jsonl"))];
        EvaluationQuestion[] training = [.. all.Where((_, i) => i % 2 == 0)];
        EvaluationQuestion[] heldOut = [.. all.Where((_, i) => i % 2 == 1)];

        var seedSamples = await new SampleCollector(seeds).CollectAsync(seedQuestions, 0, SeedWeight);
        var collector = new SampleCollector(squad);
        var squadSamples = await collector.CollectAsync(training, seedQuestions.Length, 1);
        var heldOutSamples = await collector.CollectAsync(heldOut, seedQuestions.Length + training.Length, 1);

        var weights = LogisticFit.Fit([.. seedSamples, .. squadSamples]);
        await File.WriteAllTextAsync(Path.Combine(RepositoryFolder.Root, "src", "NewsBot.Newsroom", "Composing", "weights.json"), Json(weights));
        Console.WriteLine(Table("Seed questions (trained on)", seedSamples, seedQuestions, 0, weights));
        Console.WriteLine(Table("SQuAD 2.0, every second question (trained on)", squadSamples, training, seedQuestions.Length, weights));
        Console.WriteLine(Table("SQuAD 2.0, the other questions (held out)", heldOutSamples, heldOut, seedQuestions.Length + training.Length, weights));
        return 0;
    }

    private static string Json(double[] weights)
    {
        var lines = StatementFeatures.Names.Select((name, i) => string.Create(CultureInfo.InvariantCulture, $"  \"{name}\": {Math.Round(weights[i], 3)}"));
        return "{\n" + string.Join(",\n", lines) + "\n}\n";
    }

    private static string Table(string title, IReadOnlyList<TrainingSample> samples, EvaluationQuestion[] questions, int firstNumber, double[] weights)
    {
        var best = samples.GroupBy(sample => sample.Question)
            .ToDictionary(group => group.Key, group => group.Select(sample => (Probability: LogisticFit.Probability(weights, sample.Features), sample.IsRight)).MaxBy(one => one.Probability));
        double answerable = questions.Count(question => question.Answerable), unanswerable = questions.Length - answerable;
        var table = new StringBuilder($"{title}\n| threshold | first statement right | false refusals | declined rightly |\n|---|---|---|---|\n");
        for (var threshold = 0.1; threshold < 0.75; threshold += 0.05)
        {
            int right = 0, refused = 0, declined = 0;
            for (var i = 0; i < questions.Length; i++)
            {
                var isAnswered = best.TryGetValue(firstNumber + i, out var first) && first.Probability >= threshold;
                if (questions[i].Answerable && isAnswered && first.IsRight) right++;
                if (questions[i].Answerable && !isAnswered) refused++;
                if (!questions[i].Answerable && !isAnswered) declined++;
            }

            table.Append(CultureInfo.InvariantCulture, $"| {threshold:F2} | {right / answerable:F3} | {refused / answerable:F3} | {declined / unanswerable:F3} |\n");
        }

        return table.ToString();
    }
}
