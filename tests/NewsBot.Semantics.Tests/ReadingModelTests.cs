namespace NewsBot.Semantics.Tests;

public sealed class ReadingModelTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Model_OfAFolderWithoutFiles_IsAFaultThatNamesIt()
    {
        var load = ReadingModel.TryLoad(Path.Combine(PairFixture.Folder, "nowhere"), 1);

        Assert.False(load.IsLoaded);
        Assert.Contains("nowhere", load.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_ThatIsDamaged_IsAFault()
    {
        using var folder = TemporaryModel.With(Path.Combine(PairFixture.Folder, "pairs.json"));

        var load = ReadingModel.TryLoad(folder.Path, 1);

        Assert.False(load.IsLoaded);
        Assert.Contains(folder.Path, load.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_StandInTheOrderOfTheCandidates()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 2);

        // The tiny model counts the words of question and candidate that the other holds.
        var scores = model.ScoreAnswers(
            "red green blue",
            [Text("black"), Text("red green blue " + new string('x', 400)), Text("red"), Text("red green")],
            Cancellation
        );

        Assert.Equal([Share(0), Share(6), Share(2), Share(4)], scores, (one, other) => MathF.Abs(one - other) < 1e-5f);
    }

    [Fact]
    public void Scores_OfPairsReadBefore_AreTheSame_InAnotherOrderBesideNewOnes()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 1);

        var first = model.ScoreAnswers("red green", [Text("red"), Text("red green")], Cancellation);
        var second = model.ScoreAnswers("red green", [Text("black"), Text("red green"), Text("red")], Cancellation);
        var other = model.ScoreAnswers("red", [Text("red green")], Cancellation);

        Assert.Equal([first[1], first[0]], second[1..]);
        Assert.NotEqual(first[0], first[1]);
        Assert.NotEqual(first[0], second[0]);
        Assert.NotEqual(first[1], other[0]);
    }

    [Fact]
    public void Probabilities_AddUpToOne_AndTheRightOneIsLargest()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 1);

        var entailment = Assert.Single(model.Entail([new Statement("red", Text("red"))], Cancellation));
        var agreement = Assert.Single(model.Compare([(Text("red"), Text("red"))], Cancellation));

        Assert.Equal(1, entailment.Supported + entailment.Contradicted + entailment.Open, 1e-5);
        Assert.True(entailment.Supported > entailment.Open && entailment.Open > entailment.Contradicted);
        Assert.Equal(1, agreement.Same + agreement.Partial + agreement.Update + agreement.Contradiction + agreement.Different, 1e-5);
        Assert.True(agreement.Same > agreement.Partial && agreement.Different > agreement.Contradiction);
    }

    [Fact]
    public void NoCandidates_HaveNoScores()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 1);

        Assert.Empty(model.ScoreAnswers("anything", [], Cancellation));
    }

    [Fact]
    public void Reading_WhenCancelled_Stops()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 1);

        Assert.ThrowsAny<OperationCanceledException>(() => model.ScoreAnswers("red", [Text("red")], new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task Calls_AtTheSameTime_GetWhatTheyWouldGetAlone()
    {
        using var folder = TemporaryModel.Tiny();
        using var model = Loaded(folder, 2);
        TextInContext[] candidates = [.. Enumerable.Range(0, 20).Select(count => Text(string.Join(' ', Enumerable.Repeat("red", count))))];
        // By another model: this one shall remember nothing yet.
        using var lonely = Loaded(folder, 1);
        var alone = lonely.ScoreAnswers("red", candidates, Cancellation);

        var together = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => model.ScoreAnswers("red", candidates, Cancellation), Cancellation))
        );

        Assert.All(together, scores => Assert.Equal(alone, scores));
    }

    [Fact]
    public void TrainedModel_ScoresAsTheTrainingProgramDoes()
    {
        var folder = TrainedFolder();
        Assert.SkipUnless(folder is not null, "There is no trained model here.");
        var rows = PairFixture.Read(Path.Combine(folder, "samples.json"));
        var load = ReadingModel.TryLoad(folder, 2);
        Assert.True(load.IsLoaded, load.Fault);
        using var model = (ReadingModel)load.Model;

        Assert.All(
            rows,
            row =>
            {
                float[] found = row.Task switch
                {
                    "answers" => model.ScoreAnswers(row.Question, [row.Passage], Cancellation),
                    "entails" => model.Entail([new Statement(row.Question, row.Passage)], Cancellation) is [var e]
                        ? [e.Supported, e.Contradicted, e.Open]
                        : [],
                    _ => model.Compare([row.Reports], Cancellation) is [var a]
                        ? [a.Same, a.Partial, a.Update, a.Contradiction, a.Different]
                        : [],
                };
                float[] expected = row.Logits is [var one]
                    ? [1 / (1 + MathF.Exp(-one))]
                    : [.. row.Logits.Select(logit => MathF.Exp(logit) / row.Logits.Sum(MathF.Exp))];

                // The program rounds as the file does; what is left is the order of additions.
                Assert.Equal(expected, found, (x, y) => MathF.Abs(x - y) < .02f);
            }
        );
    }

    /// <summary>The model that is shipped, or one that is being developed, in the folder of an environment variable.</summary>
    private static string? TrainedFolder() =>
        new[] { Environment.GetEnvironmentVariable("NEWSBOT_READING_MODEL"), ReadingModel.OwnFolder }.FirstOrDefault(folder =>
            folder is not null && File.Exists(Path.Combine(folder, "reader.onnx"))
        );

    private static ReadingModel Loaded(TemporaryModel folder, int threads) =>
        ReadingModel.TryLoad(folder.Path, threads) is { IsLoaded: true } load
            ? (ReadingModel)load.Model
            : throw new InvalidOperationException("The tiny model does not load.");

    private static TextInContext Text(string text) => new() { Text = text };

    private static float Share(float logit) => 1 / (1 + MathF.Exp(-logit));
}
