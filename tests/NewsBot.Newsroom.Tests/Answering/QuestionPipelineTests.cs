using NewsBot.Newsroom.Answers;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Answering;

public sealed class QuestionPipelineTests(SeedArchive seeds)
{
    [Theory]
    [InlineData("")]
    [InlineData(" \t\n ")]
    [InlineData(" ")]
    public async Task Question_WithoutAWord_IsInvalid(string question)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.Equal(Outcome.Invalid, answer.Outcome);
        Assert.Empty(answer.Citations);
        Assert.NotEmpty(answer.Text);
    }

    [Theory]
    [InlineData(2000, Outcome.NotFound)]
    [InlineData(2001, Outcome.Invalid)]
    public async Task Question_IsAtMost2000CharactersLong(int length, Outcome expected)
    {
        var answer = await seeds.Archive.AskAsync(new string('x', length));

        Assert.Equal(expected, answer.Outcome);
    }

    [Theory]
    [InlineData("👍👍👍")]
    [InlineData("???")]
    [InlineData("the of and")]
    [InlineData("\"; DROP TABLE articles; --")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Question_WithNothingToLookFor_IsDeclined(string question)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Empty(answer.Statements);
    }

    [Fact]
    public async Task NumberInBrackets_OfAnArticle_IsNotTakenForACitation()
    {
        const string sentence = "The mayor of Leeds opened the new bridge over the Aire [3] on Monday.";
        await using var archive = await TestArchive.OfAsync(Some.Article("bridge.txt", sentence));

        var answer = await archive.AskAsync("Who opened the new bridge over the Aire?");

        Assert.Equal("The mayor of Leeds opened the new bridge over the Aire (3) on Monday. [1]", answer.Text);
        Assert.Equal(sentence, Assert.Single(answer.Citations).Quote);
    }

    [Fact]
    public async Task Name_WithoutTheFact_IsDeclined()
    {
        var answer = await seeds.Archive.AskAsync("Where was Zelensky?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Empty(answer.Citations);
        Assert.NotEmpty(answer.Nearest);
        Assert.All(answer.Nearest, nearest => Assert.Contains(nearest.Source, answer.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Question_InSmallLetters_IsAnsweredAlike()
    {
        var small = await seeds.Archive.AskAsync("who is dmitry peskov?");
        var written = await seeds.Archive.AskAsync("Who is Dmitry Peskov?");

        Assert.Equal(Outcome.Answered, small.Outcome);
        Assert.Equal(written.Statements.Select(statement => statement.Text), small.Statements.Select(statement => statement.Text));
    }

    [Fact]
    public async Task Summary_WithADisagreement_ShowsBothSides()
    {
        var answer = await seeds.Archive.AskAsync("What do we know about the drone attack on the Kremlin?");

        Assert.NotEmpty(answer.Disagreements);
        Assert.Contains(answer.Statements, statement => statement.Text.Contains("refuted allegations", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sources_ThatSayTheSame_AreCitedTogether()
    {
        var answer = await seeds.Archive.AskAsync("where was Putin?");

        Assert.Contains("Novo", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.True(answer.Statements[0].Citations.Count > 1, answer.Text);
        var sources = answer.Statements[0].Citations.Select(number => answer.Citations[number - 1].Source).ToArray();
        Assert.Equal(sources.Distinct(), sources);
    }

    [Fact]
    public async Task Source_ThatDoesNotNameTheOneAskedFor_IsNotCitedForHim()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "Ann Lee posted a video showing smoke rising over the fortified harbour building."),
            Some.Article("b.txt", "One video on social media showed smoke rising over the fortified harbour building.")
        );

        var answer = await archive.AskAsync("Who posted a video of smoke over the harbour building?");

        Assert.Equal("a.txt", Assert.Single(answer.Citations).Source);
    }

    [Fact]
    public async Task Citations_AreNumberedInOrderOfFirstUse()
    {
        var answer = await seeds.Archive.AskAsync("What did Ukraine say?");

        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(
            answer.Citations.Select(citation => citation.Number),
            answer.Statements.SelectMany(statement => statement.Citations).Distinct()
        );
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));
    }

    [Fact]
    public async Task Article_PublishedLater_IsNotSeen()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("old.txt", "The Humber Bridge was closed on Monday.") with
            {
                Published = Day(2023, 5, 1),
            },
            Some.Article("new.txt", "The Humber Bridge was opened again on Friday.") with
            {
                Published = Day(2023, 5, 5),
            }
        );

        var answer = await archive.AskAsync("When was the Humber Bridge opened again?", new DateOnly(2023, 5, 4));
        var later = await archive.AskAsync("When was the Humber Bridge opened again?", new DateOnly(2023, 5, 5));

        Assert.DoesNotContain(answer.Citations, citation => citation.Source == "new.txt");
        Assert.Contains(later.Citations, citation => citation.Source == "new.txt");
    }

    [Fact]
    public async Task Article_ThatWasRemoved_IsNotCited()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "Ann Lee, the mayor of Leeds, opened the Humber Bridge.")
        );
        var before = await archive.AskAsync("Who opened the Humber Bridge?");

        await archive.Store.RemoveAsync(["a.txt"], TestContext.Current.CancellationToken);
        var after = await archive.AskAsync("Who opened the Humber Bridge?");

        Assert.Equal(Outcome.Answered, before.Outcome);
        Assert.Equal(Outcome.NotFound, after.Outcome);
    }

    [Fact]
    public async Task Namesake_IsNotTheOneAskedFor()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "Hunter Biden said the trial was unfair. The trial began in Delaware.")
        );

        var answer = await archive.AskAsync("What did Joe Biden say about the trial?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Fact]
    public async Task Quiz_IsNoAnswer()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("quiz.txt", "Which retailer announced this week that it cuts prices on clothing? Answers are on page nine.")
        );

        var answer = await archive.AskAsync("Which retailer announced this week that it cuts prices on clothing?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Fact]
    public async Task Age_OfSomebodyElse_IsNoAnswer()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "Ann Lee retires from tennis at age 41, after years of matches against Joan Moss. Moss praised her.")
        );

        var asked = await archive.AskAsync("How old is Ann Lee?");
        var other = await archive.AskAsync("How old is Joan Moss?");

        Assert.Equal(Outcome.Answered, asked.Outcome);
        Assert.Equal(Outcome.NotFound, other.Outcome);
    }

    [Theory]
    [InlineData("Is Putin dead?", "not injured|not hurt|safe|unhurt|no victims")]
    [InlineData("Did Ukraine comment on the claim?", "comment|nothing to do|can’t say anything")]
    public async Task Attempt_IsNotTheDeed(string question, string allowed)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.All(answer.Statements, statement => Assert.Matches(allowed, statement.Text));
    }

    [Fact]
    public async Task Object_IsNotTheDoer()
    {
        var answer = await seeds.Archive.AskAsync("Did Zelensky order the attack?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Theory]
    [InlineData("Did Ukraine accuse Russia?")]
    [InlineData("What was Volodymyr Zelensky doing on Wednesday?")]
    public async Task WhatIsDoneToSomebody_OrByWhatIsHis_IsNotHisDeed(string question)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Fact]
    public async Task Result_OfTheAskedEvent_IsNoReasonForIt()
    {
        var answer = await seeds.Archive.AskAsync("Why would Ukraine attack the Kremlin?");

        Assert.DoesNotContain("as a result of", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Where can drones be bought?", "at any military dealer")]
    [InlineData("Did Russia provide evidence?", "did not present any evidence")]
    public async Task Question_InOtherWords_IsAnswered(string question, string said)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaker_AfterAPreposition_IsNotTheSpeaker()
    {
        var answer = await seeds.Archive.AskAsync("What did Ukraine say about the attack?");

        Assert.Contains("nothing to do with", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Russia today alleged", answer.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Was Putin in the Kremlin?", "not")]
    [InlineData("Was President Putin in the Kremlin at the time?", "not")]
    public async Task WhetherSomebodyWasInAPlace_IsAnsweredByWhatIsSaidOfHimThere(string question, string said)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.NotEmpty(answer.Statements);
        Assert.All(answer.Statements, statement => Assert.Contains(said, statement.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Comment_ThatIsDenied_AnswersWhetherOneWasMade()
    {
        var answer = await seeds.Archive.AskAsync("Did Ukraine comment on the claim?");

        Assert.Equal(Outcome.Answered, answer.Outcome);
    }

    [Fact]
    public async Task Spokesman_IsNotTheSpeaker()
    {
        var answer = await seeds.Archive.AskAsync("What did Zelensky say?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Theory]
    [InlineData("Where was the Ukrainian president?")]
    [InlineData("Where was Zelensky when the drone attack on the Kremlin happened?")]
    [InlineData("Where was Sobyanin?")]
    [InlineData("Where is Peskov?")]
    [InlineData("Where is Crimea?")]
    public async Task Place_OfSomethingElseInTheSentence_IsNoAnswer(string question)
    {
        var answer = await seeds.Archive.AskAsync(question);

        Assert.Equal(Outcome.NotFound, answer.Outcome);
    }

    [Fact]
    public async Task Pronoun_BringsTheSentenceThatResolvesIt()
    {
        var answer = await seeds.Archive.AskAsync("Where was the Russian president on Wednesday?");

        Assert.StartsWith("The Russian leader", answer.Statements[0].Text, StringComparison.Ordinal);
        Assert.Contains("He was working in Novo", answer.Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotation_OfSeveralSentences_BringsItsSpeaker()
    {
        var answer = await seeds.Archive.AskAsync("Who said it could be Russian propaganda?");

        Assert.Contains("Goncharenko", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_AskedTwice_IsAnsweredAlike()
    {
        var first = await seeds.Archive.AskAsync("How many drones were aimed at the Kremlin?");
        var second = await seeds.Archive.AskAsync("How many drones were aimed at the Kremlin?");

        Assert.Equal(first.Text, second.Text);
    }

    [Fact]
    public async Task Empty_Archive_IsDeclinedCalmly()
    {
        await using var archive = await TestArchive.OfAsync();

        var answer = await archive.AskAsync("Where was Putin?");

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Empty(answer.Nearest);
    }

    private static DateTimeOffset Day(int year, int month, int day) => new(year, month, day, 0, 0, 0, TimeSpan.Zero);
}
