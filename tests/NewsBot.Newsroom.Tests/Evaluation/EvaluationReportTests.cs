using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Evaluation;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Evaluation;

public sealed class EvaluationReportTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    /// <summary>
    /// Expected: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 1998, table I, method 3.
    /// </summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Interval_IsWilsons(int count, int total, double from, double to)
    {
        var interval = WilsonInterval.Of(count, total);

        Assert.Equal(from, interval.From, 4);
        Assert.Equal(to, interval.To, 4);
    }

    [Fact]
    public void Verdicts_OfTwoRuns_AreCompared()
    {
        File.WriteAllText(
            folder["before.txt"],
            VerdictFile.Text([
                Result("a", EvaluationVerdict.Right),
                Result("b", EvaluationVerdict.Wrong),
                Result("c", EvaluationVerdict.Declined),
            ])
        );

        var changes = VerdictFile.Compare(
            VerdictFile.Read(folder["before.txt"]),
            [
                Result("a", EvaluationVerdict.FalseRefusal),
                Result("b", EvaluationVerdict.Right),
                Result("c", EvaluationVerdict.Declined),
                Result("new", EvaluationVerdict.Wrong),
            ]
        );

        Assert.Equal([("a", true), ("b", false)], changes.Select(change => (change.Id, change.IsRegression)));
    }

    [Fact]
    public void File_ThatHoldsNoVerdicts_IsRefusedByLine()
    {
        File.WriteAllText(folder["broken.txt"], "Right\ta\nnonsense\n");

        var error = Assert.Throws<EvaluationFileException>(() => VerdictFile.Read(folder["broken.txt"]));

        Assert.Contains("line 2", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static EvaluationResult Result(string id, EvaluationVerdict verdict) =>
        new(
            new EvaluationQuestion { Id = id, Question = "?" },
            new Answer
            {
                Question = "?",
                Outcome = Outcome.NotFound,
                Text = "",
                Composer = "",
                Elapsed = TimeSpan.Zero,
            },
            verdict,
            "Topic"
        );
}
