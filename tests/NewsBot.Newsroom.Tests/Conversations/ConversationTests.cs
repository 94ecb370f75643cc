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

        Assert.Equal(Outcome.Invalid, thanks.Outcome);
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
    }

    [Fact]
    public async Task Sources_OfAWord_AreListedAsNoAnswer()
    {
        var answer = await AskAsync(Kernel(), "sources Krasnodar", null);

        Assert.Equal(Outcome.NotFound, answer.Outcome);
        Assert.Equal("000_7fc79060c1c00942.txt", answer.Nearest[0].Source);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in databases) await database.DisposeAsync();
    }

    private NewsroomKernel Kernel()
    {
        databases.Add(StateDatabase.Open(null, [ConversationMemory.Schema]));
        return new NewsroomKernel(seeds.Archive.Archive, new ArticleLinks(new Uri("http://newsbot.test/")), time, new AnswerOptions { Conversations = new ConversationMemory(databases[^1], time) });
    }

    private static Task<Answer> AskAsync(NewsroomKernel kernel, string question, string? conversation) =>
        kernel.AskAsync(new QuestionRequest { Text = question, Conversation = conversation }, TestContext.Current.CancellationToken);
}
