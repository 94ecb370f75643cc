using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Conversations;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Conversations;

public sealed class ConversationTests(SeedArchive seeds) : IAsyncDisposable
{
    private readonly ManualTime time = new(new DateTimeOffset(2023, 5, 4, 12, 0, 0, TimeSpan.Zero));
    private readonly List<StateDatabase> databases = [];
    private readonly LogLines<ConversationMemory> log = new();

    [Fact]
    public async Task FollowUp_IsCompletedByTheQuestionBefore()
    {
        var kernel = Kernel();

        await AskAsync(kernel, "How many drones were aimed at the Kremlin?", "thread");
        var answer = await AskAsync(kernel, "What did Ukraine say about it?", "thread");

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Equal("What did Ukraine say about it?", answer.Question);
        Assert.NotNull(answer.UnderstoodAs);
        Assert.Contains("drones", answer.UnderstoodAs, StringComparison.Ordinal);
        Assert.Matches("nothing to do with|comment|refuted|preparing", answer.Text);
    }

    [Fact]
    public async Task FollowUp_InAnotherConversation_StandsOnItsOwn()
    {
        var kernel = Kernel();

        await AskAsync(kernel, "How many drones were aimed at the Kremlin?", "thread");
        var answer = await AskAsync(kernel, "What did Ukraine say about it?", "another");

        Assert.Null(answer.UnderstoodAs);
    }

    [Fact]
    public async Task Question_WhileTheDiskIsFull_IsAnsweredWithoutMemory_WhichWorksAgainOnceThereIsSpace()
    {
        var kernel = Kernel();
        var database = databases[^1];
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1"), TestContext.Current.CancellationToken);

        // Long questions, so that what pages there are is soon used up.
        foreach (var number in Enumerable.Range(0, 5))
            Assert.NotEqual(Outcome.Invalid, (await AskAsync(kernel, "Where was Putin? " + new string('x', 1900), $"{number}")).Outcome);
        var alone = await AskAsync(kernel, "What did Ukraine say about it?", "4");
        await database.ReadAsync(db => db.Value("PRAGMA max_page_count = 1000000"), TestContext.Current.CancellationToken);
        await AskAsync(kernel, "How many drones were aimed at the Kremlin?", "thread");
        var followUp = await AskAsync(kernel, "What did Ukraine say about it?", "thread");

        Assert.Null(alone.UnderstoodAs);
        Assert.NotNull(followUp.UnderstoodAs);
        Assert.Collection(
            log.Lines,
            line => Assert.StartsWith("Warning: Conversations are not remembered", line, StringComparison.Ordinal),
            line => Assert.Equal("Information: Conversations are remembered again", line)
        );
    }

    [Fact]
    public async Task FollowUp_AfterHalfAnHour_StandsOnItsOwn()
    {
        var kernel = Kernel();

        await AskAsync(kernel, "How many drones were aimed at the Kremlin?", "thread");
        time.Advance(TimeSpan.FromMinutes(31));
        var answer = await AskAsync(kernel, "and when?", "thread");

        Assert.Null(answer.UnderstoodAs);
    }

    [Fact]
    public async Task Thanks_BetweenTwoQuestions_DoNotBreakTheConversation()
    {
        var kernel = Kernel();

        await AskAsync(kernel, "Who is the mayor of Moscow?", "thread");
        var thanks = await AskAsync(kernel, "thanks!", "thread");
        var answer = await AskAsync(kernel, "What did he ban?", "thread");

        Assert.Equal(Outcome.Reply, thanks.Outcome);
        Assert.Contains("drones", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Outcome.Answered, answer.Outcome);
    }

    [Fact]
    public async Task Message_WithSeveralQuestions_AnswersEach()
    {
        var answer = await AskAsync(Kernel(), "Where was Putin? How old is Peskov? Who is Sergei Sobyanin?", null);

        Assert.Equal(Outcome.Answered, answer.Outcome);
        Assert.Matches("Novo.?Og", answer.Text);
        Assert.Contains("mayor", answer.Text, StringComparison.Ordinal);
        Assert.Contains("do not answer: “How old is Peskov?”", answer.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Where was Putin?", "How old is Peskov?", "Who is Sergei Sobyanin?"],
            answer.Questions.Select(question => question.Text)
        );
        Assert.Equal(["How old is Peskov?"], answer.Unanswered);
        Assert.Contains("mayor", answer.Statements[Assert.Single(answer.Questions[2].Statements)].Text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, answer.Statements.Count), answer.Questions.SelectMany(question => question.Statements).Order());
    }

    [Fact]
    public async Task Statement_ThatAnswersTwoQuestionsOfAMessage_StandsOnce_AndBelongsToBoth()
    {
        var answer = await AskAsync(Kernel(), "Who is the mayor of Moscow? Who banned drones in Moscow?", null);

        Assert.NotEmpty(answer.Questions[0].Statements.Intersect(answer.Questions[1].Statements));
        Assert.Equal(
            answer.Statements.Select(statement => statement.Text).Distinct(),
            answer.Statements.Select(statement => statement.Text)
        );
    }

    [Fact]
    public async Task Sources_OfAWord_AreListed_AndAreNotAnAnswer()
    {
        var answer = await AskAsync(Kernel(), "sources Krasnodar", null);

        Assert.Equal(Outcome.Sources, answer.Outcome);
        Assert.Empty(answer.Statements);
        Assert.Equal("000_7fc79060c1c00942.txt", answer.Passages[0].Article.Article.Source);
        Assert.Contains("Krasnodar", answer.Passages[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Passages that match “Krasnodar”, best first:\n1. “", answer.Text, StringComparison.Ordinal);
        Assert.Contains("(000_7fc79060c1c00942.txt): ", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_OfAWordThatNoArticleHas_SaySo()
    {
        var answer = await AskAsync(Kernel(), "sources xylophone", null);

        Assert.Equal((Outcome.Sources, "No passage matches “xylophone”."), (answer.Outcome, answer.Text));
        Assert.Empty(answer.Passages);
    }

    [Theory]
    [InlineData("hello", Outcome.Reply)]
    [InlineData("help", Outcome.Reply)]
    [InlineData("digest yesterday", Outcome.Reply)]
    [InlineData("unsubscribe", Outcome.Reply)]
    [InlineData("sources", Outcome.Reply)]
    [InlineData("🔥🔥🔥", Outcome.NotFound)]
    [InlineData(" ", Outcome.Invalid)]
    public async Task Message_ThatIsNotAQuestion_GetsWords_AndNothingIsLookedUp(string message, Outcome outcome)
    {
        var answer = await AskAsync(Kernel(), message, null);

        Assert.Equal((message, outcome), (answer.Question, answer.Outcome));
        Assert.NotEqual("", answer.Text);
        Assert.Empty(answer.Statements);
        Assert.Empty(answer.Citations);
        Assert.Empty(answer.Passages);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases)
            await database.DisposeAsync();
    }

    private NewsroomKernel Kernel()
    {
        databases.Add(StateDatabase.Open(null, [ConversationMemory.Schema]));
        return new NewsroomKernel(
            seeds.Archive.Archive,
            new ArticleLinks(new Uri("http://newsbot.test/")),
            time,
            new AnswerOptions { Conversations = new ConversationMemory(databases[^1], time, log: log) }
        );
    }

    private static Task<Answer> AskAsync(NewsroomKernel kernel, string question, string? conversation) =>
        kernel.AskAsync(
            new QuestionRequest
            {
                Text = question,
                Conversation = conversation,
                Desk = null,
            },
            TestContext.Current.CancellationToken
        );
}
