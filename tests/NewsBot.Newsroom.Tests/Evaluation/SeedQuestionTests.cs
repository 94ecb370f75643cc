using NewsBot.Newsroom.Evaluation;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Evaluation;

/// <summary>The quality that a change must not take away. The bounds are what was measured when they were written.</summary>
public sealed class SeedQuestionTests(SeedArchive seeds)
{
    [Fact]
    public async Task OwnQuestions_AreAnsweredOrDeclinedAsMeasured()
    {
        var (summary, failures) = await RunAsync(Path.Combine(AppContext.BaseDirectory, "Evaluation", "seed-questions.jsonl"));

        Assert.True(summary.Right >= 48, failures);
        Assert.True(summary.Declined >= 40, failures);
        Assert.Equal(0, summary.BrokenCitations);
    }

    [Fact]
    public async Task DevelopmentQuestions_AreAllAnsweredOrDeclinedRightly()
    {
        var (summary, failures) = await RunAsync(SharedFolder.Require("eval/seeds-qa.jsonl"));

        Assert.True(summary.Right >= 20, failures);
        Assert.True(summary.Declined >= 10, failures);
        Assert.Equal(0, summary.BrokenCitations);
    }

    private async Task<(EvaluationSummary Summary, string Failures)> RunAsync(string file)
    {
        var evaluator = new Evaluator(seeds.Archive.Newsroom);
        var results = new List<EvaluationResult>();
        var broken = 0;
        await foreach (var result in evaluator.RunAsync(EvaluationFile.Read(file), TestContext.Current.CancellationToken))
        {
            results.Add(result);
            broken += await evaluator.CountBrokenCitationsAsync(result, TestContext.Current.CancellationToken);
        }

        var failures = results
            .Where(result => result.Verdict is not (EvaluationVerdict.Right or EvaluationVerdict.Declined))
            .Select(result => $"{result.Question.Id} {result.Verdict}: {result.Question.Question} {result.Answer.Text}");
        return (EvaluationSummary.Of(results, broken), string.Join('\n', failures));
    }
}
