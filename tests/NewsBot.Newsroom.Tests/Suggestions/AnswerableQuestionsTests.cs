using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Retrieval;

namespace NewsBot.Newsroom.Tests.Suggestions;

public sealed class AnswerableQuestionsTests(SeedArchive seeds)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Where was Putin?")]
    [InlineData("How many drones were aimed at the Kremlin?")]
    [InlineData("What did the mayor of Moscow ban?")]
    [InlineData("Where was Zelensky?")]
    [InlineData("sources drone")]
    public async Task Suggestions_AreAnswered_WithSomethingNew(string question)
    {
        var answer = await seeds.Archive.AskAsync(question);

        var suggested = await seeds.Archive.Newsroom.SuggestQuestionsAsync(answer, ReaderRights.WithoutDesk, Cancel);

        Assert.InRange(suggested.Count, 1, 3);
        Assert.DoesNotContain(question, suggested, StringComparer.OrdinalIgnoreCase);
        Assert.DoesNotContain(suggested, next => next.Contains("Says", StringComparison.Ordinal));
        foreach (var next in suggested)
        {
            var led = await seeds.Archive.AskAsync(next);
            Assert.Equal(Outcome.Answered, led.Outcome);
            Assert.DoesNotContain(led.Statements[0].Text, answer.Statements.Select(shown => shown.Text));
        }
    }

    [Fact]
    public async Task QuestionsToStartWith_AreAnswered()
    {
        var suggested = await seeds.Archive.Newsroom.SuggestQuestionsAsync(null, ReaderRights.WithoutDesk, Cancel);

        Assert.Equal(3, suggested.Count);
        foreach (var question in suggested)
            Assert.Equal(Outcome.Answered, (await seeds.Archive.AskAsync(question)).Outcome);
    }

    [Fact]
    public async Task Suggestions_StayWithinTheFilterOfTheQuestion()
    {
        var answer = await seeds.Archive.AskAsync("Where was Putin? from:2023-05-03 to:2023-05-03");

        var suggested = await seeds.Archive.Newsroom.SuggestQuestionsAsync(answer, ReaderRights.WithoutDesk, Cancel);

        Assert.NotEmpty(suggested);
        Assert.All(suggested, question => Assert.EndsWith("from:2023-05-03 to:2023-05-03", question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task EmptyArchive_SuggestsNothing()
    {
        await using var archive = await TestArchive.OfAsync();

        Assert.Empty(await archive.Newsroom.SuggestQuestionsAsync(null, ReaderRights.WithoutDesk, Cancel));
    }
}
