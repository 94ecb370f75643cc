using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Questions;
using NewsBot.Semantics;

namespace NewsBot.Newsroom.Tests.Reading;

/// <summary>What becomes of a question when a model reads the sentences; what the model says is scripted.</summary>
public sealed class ReadAnswerTests
{
    private const string Fined = "The court in Torsby fined the ferry company for the oil spill.";
    private const string Verdict = "Judges in Torsby ordered the ferry company to pay a fine over the oil spill.";

    [Fact]
    public async Task Sentence_ThatTheModelFindsToAnswer_IsTheAnswer_ThoughItsWordsAreOthers()
    {
        var model = new ScriptedReadingModel { Answers = (_, sentence) => sentence == Fined ? 0.95f : 0.02f };
        await using var archive = await TestArchive.OfAsync(
            model.ToLoader(),
            Article("a.txt", $"Boats lay idle in Torsby. {Fined} Nobody was hurt.")
        );

        var answer = await archive.AskAsync("What penalty did the Torsby ferry company get?");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal(Fined, Assert.Single(answer.Statements).Text);
        Assert.Equal("a.txt", Assert.Single(answer.Citations).Source);
    }

    [Fact]
    public async Task Question_WhoseAnswerTheModelFindsNowhere_IsDeclined()
    {
        await using var archive = await TestArchive.OfAsync(new ScriptedReadingModel().ToLoader(), Article("a.txt", Fined));

        Assert.Equal(Outcome.NotFound, (await archive.AskAsync("Who fined the ferry company in Torsby?")).Outcome);
    }

    [Theory]
    [InlineData("Who fined the ferry company of Karsholm?")]
    [InlineData("Who fined the ferry company in Torsby in 2033?")]
    public async Task Sentence_WithoutTheNameOrTheYearOfTheQuestion_IsNoAnswer_WhateverTheModelSays(string question)
    {
        var model = new ScriptedReadingModel { Answers = (_, _) => 0.99f };
        await using var archive = await TestArchive.OfAsync(model.ToLoader(), Article("a.txt", Fined));

        Assert.Equal(Outcome.NotFound, (await archive.AskAsync(question)).Outcome);
    }

    [Fact]
    public async Task Caption_NeverAnswers()
    {
        var model = new ScriptedReadingModel { Answers = (_, _) => 0.99f };
        await using var archive = await TestArchive.OfAsync(
            model.ToLoader(),
            Article("a.txt", "Photos: The ferry company of Torsby was fined by a court. Hide Caption 3 of 16")
        );

        Assert.Equal(Outcome.NotFound, (await archive.AskAsync("Who fined the ferry company of Torsby?")).Outcome);
    }

    [Theory]
    [InlineData(0.95f, 2)]
    [InlineData(0.3f, 1)]
    public async Task Source_IsCitedForAnother_OnlyWhenTheModelFindsThatBothSayTheSame(float same, int citations)
    {
        var model = new ScriptedReadingModel
        {
            Answers = (_, _) => 0.95f,
            Relates = (_, _) => new Agreement(same, 0, 0, 0, 1 - same),
            Entails = (_, _) => new Entailment(0.95f, 0.02f, 0.03f),
        };
        await using var archive = await TestArchive.OfAsync(model.ToLoader(), Article("a.txt", Fined), Article("b.txt", Verdict));

        var answer = await archive.AskAsync("Who fined the ferry company in Torsby over the oil spill?");

        Assert.Equal(citations, answer.Citations.Count);
        Assert.Single(answer.Statements);
    }

    [Theory]
    [InlineData(0.9f, true)]
    [InlineData(0.1f, false)]
    public async Task Sources_DisagreeOnlyWhenTheModelFindsThatTheyDo(float contradiction, bool disagree)
    {
        var model = new ScriptedReadingModel
        {
            Answers = (_, _) => 0.9f,
            Relates = (_, _) => new Agreement(0.02f, 0.02f, 0.02f, contradiction, 0.94f - contradiction),
        };
        await using var archive = await TestArchive.OfAsync(
            model.ToLoader(),
            Article("a.txt", "Two ferries were damaged in the Torsby fire."),
            Article("b.txt", "Five ferries were damaged in the Torsby fire.")
        );

        var answer = await archive.AskAsync("How many ferries were damaged in the Torsby fire?");

        Assert.Equal(disagree, answer.Disagreements.Count > 0);
    }

    [Fact]
    public async Task Model_ThatCannotBeLoaded_LeavesTheWords()
    {
        await using var archive = await TestArchive.OfAsync(
            new ReadingModelLoader(() => ReadingModelLoad.Failed("no model")),
            Article("a.txt", Fined)
        );

        Assert.Equal(Outcome.Answered, (await archive.AskAsync("Who fined the ferry company?")).Outcome);
    }

    [Fact]
    public async Task Cancellation_EndsTheReading()
    {
        using var cancellation = new CancellationTokenSource();
        var model = new ScriptedReadingModel { Answers = (_, _) => 0.9f };
        await using var archive = await TestArchive.OfAsync(model.ToLoader(), Article("a.txt", Fined));
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            archive.Kernel.AskAsync(new QuestionRequest { Text = "Who fined the ferry company?", Desk = null }, cancellation.Token)
        );
    }

    private static Article Article(string source, string text) =>
        new()
        {
            Source = source,
            Headline = "News from the coast",
            Text = text,
        };
}
