using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Layout;

namespace NewsBot.Newsroom.Tests.Layout;

public sealed class AnswerLayoutTests
{
    [Fact]
    public void FollowUpWithDisagreement_BeginsWithHowItWasUnderstood_AndPutsTheSidesTogether()
    {
        var blocks = AnswerLayout.Of(SomeAnswers.Disputed);

        Assert.Collection(
            blocks,
            block => Assert.Equal(new AnswerBlock.Understood("who was hurt in the mill?"), block),
            block => Assert.Equal(SomeAnswers.Disputed.Statements[0], Assert.IsType<AnswerBlock.Stated>(block).Statement),
            block =>
                Assert.Equal(
                    ["chief.txt", "mayor.txt"],
                    Assert.IsType<AnswerBlock.Disputed>(block).Sides.Select(side => side.Newest.Source)
                ),
            block => Assert.Equal([1, 2, 3, 4], Assert.IsType<AnswerBlock.Cited>(block).Citations.Select(citation => citation.Number)),
            block => Assert.Equal(new AnswerBlock.Origin(null, 3, new DateOnly(2023, 5, 4)), block)
        );
        Assert.Equal("Word for word from 3 articles, as of 4 May 2023", Assert.IsType<AnswerBlock.Origin>(blocks[^1]).Words);
    }

    [Fact]
    public void SeveralQuestions_StandInTheirOrder_EachWithItsStatements_OrThatTheArticlesDoNotAnswer()
    {
        Assert.Equal(
            [
                new AnswerBlock.Heading("What burned down?"),
                new AnswerBlock.Stated(SomeAnswers.Several.Statements[0]),
                new AnswerBlock.Unanswered("Who paid?"),
                new AnswerBlock.Heading("Who was hurt?"),
                new AnswerBlock.Stated(SomeAnswers.Several.Statements[1]),
            ],
            AnswerLayout.Of(SomeAnswers.Several).SkipLast(2)
        );
    }

    [Fact]
    public void Disagreement_AcrossTwoQuestions_StandsBelowBoth()
    {
        var answer = SomeAnswers.Several with { Disagreements = [new Disagreement([0, 1])] };

        Assert.Equal(2, AnswerLayout.Of(answer).OfType<AnswerBlock.Disputed>().Count());
        Assert.Empty(AnswerLayout.Of(answer).OfType<AnswerBlock.Stated>());
    }

    [Fact]
    public void AnswerOfAModel_NamesIt()
    {
        var origin = Assert.IsType<AnswerBlock.Origin>(AnswerLayout.Of(SomeAnswers.Written)[^1]);

        Assert.Equal("Written by scripted-1 from one article, as of 3 May 2023; check it against the quotes", origin.Words);
    }

    [Fact]
    public void Decline_HasTheNearestSources_AndNothingThatAnswers()
    {
        var blocks = AnswerLayout.Of(SomeAnswers.Declined);

        Assert.Equal([new AnswerBlock.Declined(), new AnswerBlock.Nearest(SomeAnswers.Declined.Nearest)], blocks);
        Assert.IsType<AnswerBlock.Declined>(AnswerLayout.Of(SomeAnswers.Declined with { Nearest = [], Text = Answer.NotAnswered })[0]);
        Assert.Equal("Nothing similar was found. Try other words, or a name.", new AnswerBlock.Nearest([]).Words);
    }

    [Fact]
    public void Sources_AreAListOfPassages_OrTheWordsThatThereAreNone()
    {
        var none = SomeAnswers.Sources with { Passages = [], Text = "No passage matches “mill”." };

        Assert.Equal([new AnswerBlock.Found(SomeAnswers.Sources.Passages)], AnswerLayout.Of(SomeAnswers.Sources));
        Assert.Equal([new AnswerBlock.Said("No passage matches “mill”.")], AnswerLayout.Of(none));
    }

    [Theory]
    [InlineData(Outcome.Reply)]
    [InlineData(Outcome.Invalid)]
    [InlineData(Outcome.NotFound)]
    public void Reply_IsItsWords(Outcome outcome)
    {
        Assert.Equal([new AnswerBlock.Said("Hello!")], AnswerLayout.Of(SomeAnswers.Reply with { Outcome = outcome }));
    }

    [Fact]
    public void Filter_IsSaidBeforeTheStatements_AndAfterADecline()
    {
        var filter = new ArticleFilter
        {
            From = new DateOnly(2023, 5, 3),
            To = new DateOnly(2023, 5, 9),
            Outlet = "Reuters",
        };

        var answered = AnswerLayout.Of(SomeAnswers.Written with { Searched = filter });
        var declined = AnswerLayout.Of(SomeAnswers.Declined with { Searched = filter });

        var said = new AnswerBlock.Said("Searched 3 to 9 May 2023, outlet Reuters.");
        Assert.Equal(said, answered[0]);
        Assert.IsType<AnswerBlock.Declined>(declined[0]);
        Assert.Equal(said, declined[1]);
    }

    [Theory]
    [InlineData("2023-05-03", "2023-05-03", "3 May 2023")]
    [InlineData("2023-05-03", "2023-05-09", "3 to 9 May 2023")]
    [InlineData("2023-04-30", "2023-05-09", "30 April to 9 May 2023")]
    [InlineData("2022-12-30", "2023-01-02", "30 December 2022 to 2 January 2023")]
    [InlineData("2023-05-03", null, "from 3 May 2023")]
    [InlineData(null, "2023-05-09", "up to 9 May 2023")]
    [InlineData(null, null, null)]
    public void Days_AreSaidInShort(string? from, string? to, string? words) =>
        Assert.Equal(words, FilterText.DaysOf(from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)));
}
