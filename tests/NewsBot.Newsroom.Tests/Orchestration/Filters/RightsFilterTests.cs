using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration.Filters;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Orchestration.Filters;

public sealed class RightsFilterTests
{
    private static readonly DateOnly Day = new(2023, 5, 4);

    [Fact]
    public async Task Question_DecidesWhatItsReaderMaySee_WhateverTheCallerPassed()
    {
        ReaderRights? decided = null;
        var filtered = new FilteredAnswer(
            new RightsFilter(),
            arguments =>
            {
                decided = arguments["rights"] as ReaderRights;
                return SomeAnswer.Grounded();
            }
        );

        await filtered.AskAsync(
            new QuestionRequest
            {
                Text = "What rose?",
                AsOf = Day,
                SeesEmbargoed = true,
                Desk = null,
            }
        );

        Assert.Equal(new ReaderRights(Day, SeesEmbargoed: true), decided);
    }

    [Theory]
    [InlineData(-1, Outcome.NotFound)]
    [InlineData(0, Outcome.Answered)]
    public async Task Answer_FromALaterDay_DoesNotLeave(int days, Outcome expected)
    {
        var filtered = new FilteredAnswer(new RightsFilter(), _ => SomeAnswer.Grounded());
        var question = new QuestionRequest
        {
            Text = "What rose?",
            AsOf = Day.AddDays(days),
            Desk = null,
        };

        Assert.Equal(expected, (await filtered.AskAsync(question)).Outcome);
        Assert.Equal(
            [expected, expected],
            (await filtered.StepsAsync(question))
                .Select(step => step.SoFar ?? step.Finished)
                .OfType<Answer>()
                .Select(answer => answer.Outcome)
        );
    }

    [Fact]
    public async Task Source_FromALaterDay_IsNotOffered()
    {
        var decline = new Answer
        {
            Question = "What rose?",
            Outcome = Outcome.NotFound,
            Text = "Nearest articles: later.txt",
            Nearest = [new NearestSource("later.txt", "Later", Day.AddDays(1), "http://newsbot.test/later")],
            Composer = "extractive",
            Elapsed = TimeSpan.Zero,
        };
        var filtered = new FilteredAnswer(new RightsFilter(), _ => decline);

        var answer = await filtered.AskAsync(
            new QuestionRequest
            {
                Text = "What rose?",
                AsOf = Day,
                Desk = null,
            }
        );

        Assert.Empty(answer.Nearest);
        Assert.DoesNotContain("later.txt", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passage_OfALaterDay_IsNotListed()
    {
        var passage = await PassageOfAsync(Day.AddDays(1));
        var list = new Answer
        {
            Question = "sources smoke",
            Outcome = Outcome.Sources,
            Text = "1. Smoke",
            Passages = [passage],
            Composer = "extractive",
            Elapsed = TimeSpan.Zero,
        };
        var filtered = new FilteredAnswer(new RightsFilter(), _ => list);

        Assert.Empty(
            (
                await filtered.AskAsync(
                    new QuestionRequest
                    {
                        Text = "sources smoke",
                        AsOf = Day,
                        Desk = null,
                    }
                )
            ).Passages
        );
        Assert.Same(
            list,
            await filtered.AskAsync(
                new QuestionRequest
                {
                    Text = "sources smoke",
                    AsOf = Day.AddDays(1),
                    Desk = null,
                }
            )
        );
    }

    private static async Task<RetrievedPassage> PassageOfAsync(DateOnly day)
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "Smoke rose.") with
            {
                Published = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero),
            }
        );
        var found = (await archive.Archive.FindAsync("a.txt", TestContext.Current.CancellationToken))!;
        return new RetrievedPassage(found, found.Passages[0], 1);
    }
}
