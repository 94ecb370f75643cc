using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Feedback;

public class FeedbackStoreTests : IDisposable
{
    private readonly TestState state;

    public FeedbackStoreTests()
        : this(TestState.InFile()) { }

    private protected FeedbackStoreTests(TestState state) => this.state = state;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        state.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Feedback_OutlivesARestart_TheNewestFirst_AndTheOldestIsDropped()
    {
        await using (var database = Open())
        {
            var store = new FeedbackStore(database, most: 2);
            foreach (var question in (string[])["first", "second", "third"])
                await store.AddAsync(SomeFeedback.On(question), Cancel);
        }

        await using var again = Open();
        var read = await new FeedbackStore(again).ReadAsync(10, Cancel);

        Assert.Equal(["third", "second"], read.Select(feedback => feedback.Question));
        Assert.Equal(SomeFeedback.On("third").Citations, read[0].Citations);
        Assert.Equivalent(SomeFeedback.On("third") with { Id = read[0].Id }, read[0]);
    }

    [Fact]
    public async Task SecondWordOfAPersonOnAnAnswer_ReplacesTheFirst()
    {
        await using var database = Open();
        var store = new FeedbackStore(database);
        var first = SomeFeedback.On("Who?") with { Channel = "discord", AnswerId = "17", Person = "9" };

        await store.AddAsync(first, Cancel);
        await store.AddAsync(first with { Person = "10" }, Cancel);
        await store.AddAsync(first with { Reaction = ReaderFeedback.Dislike, At = first.At.AddMinutes(1) }, Cancel);

        Assert.Equal(
            [("9", "dislike"), ("10", "like")],
            (await store.ReadAsync(10, Cancel)).Select(feedback => (feedback.Person!, feedback.Reaction))
        );
    }

    [Fact]
    public async Task Comment_IsAddedOnce_ToTheFeedbackThatItNames()
    {
        await using var database = Open();
        var store = new FeedbackStore(database);
        await store.AddAsync(SomeFeedback.On("rated") with { AnswerId = "17" }, Cancel);
        await store.AddAsync(SomeFeedback.On("other") with { AnswerId = "18" }, Cancel);

        Assert.False(await store.CommentAsync("discord", "17", "elsewhere", Cancel));
        Assert.False(await store.CommentAsync("page", "19", "unknown", Cancel));
        Assert.True(await store.CommentAsync("page", "17", "It was Tuesday.", Cancel));
        Assert.False(await store.CommentAsync("page", "17", "It was Monday.", Cancel));

        Assert.Equal(
            [("other", null), ("rated", "It was Tuesday.")],
            (await store.ReadAsync(10, Cancel)).Select(feedback => (feedback.Question!, feedback.Comment))
        );
    }

    [Fact]
    public async Task FeedbackOfThePage_FromAnEarlierVersion_IsTakenOver()
    {
        state.SkipUnlessInFile();
        var before = FeedbackStore.Schema with { Steps = [FeedbackStore.Schema.Steps[0]] };
        await using (var database = state.Open(before))
        {
            await database.WriteAsync(
                db =>
                    db.Run(
                        "INSERT INTO page_feedback (question, answer, sources, is_useful, at) VALUES ('Who?', 'Jones. [1]', '[\"mill.txt\",\"mayor.txt\"]', 0, 1700000000000)"
                    ),
                Cancel
            );
        }

        await using var again = Open();
        var feedback = Assert.Single(await new FeedbackStore(again).ReadAsync(10, Cancel));

        Assert.Equal(("page", "dislike", "Who?", "Jones. [1]"), (feedback.Channel, feedback.Reaction, feedback.Question, feedback.Answer));
        Assert.Equal([new("mill.txt", ""), new("mayor.txt", "")], feedback.Citations);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000), feedback.At);
    }

    [Fact]
    public async Task Purge_DropsTheOldFeedbackOfOneChannel()
    {
        await using var database = Open();
        var store = new FeedbackStore(database);
        await store.AddAsync(SomeFeedback.On("old") with { Channel = "teams" }, Cancel);
        await store.AddAsync(SomeFeedback.On("elsewhere"), Cancel);

        await database.WriteAsync(db => FeedbackStore.Purge(db, "teams", SomeFeedback.On("").At.AddDays(1)), Cancel);

        Assert.Equal("elsewhere", Assert.Single(await store.ReadAsync(10, Cancel)).Question);
    }

    private StateDatabase Open() => state.Open(FeedbackStore.Schema);
}
