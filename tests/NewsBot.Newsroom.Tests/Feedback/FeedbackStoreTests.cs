using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Feedback;

public sealed class FeedbackStoreTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Feedback_OutlivesARestart_TheNewestFirst_AndTheOldestIsDropped()
    {
        await using (var database = StateDatabase.Open(folder[StateDatabase.FileName], [FeedbackStore.Schema]))
        {
            var store = new FeedbackStore(database, most: 2);
            foreach (var question in (string[])["first", "second", "third"])
                await store.AddAsync(On(question), Cancel);
        }

        await using var again = StateDatabase.Open(folder[StateDatabase.FileName], [FeedbackStore.Schema]);
        var read = await new FeedbackStore(again).ReadAsync(10, Cancel);

        Assert.Equal(["third", "second"], read.Select(feedback => feedback.Question));
        Assert.Equal(["mill.txt", "mayor.txt"], read[0].Sources);
        Assert.Equal(On("third").At, read[0].At);
        Assert.True(read[0].IsUseful);
    }

    private static ReaderFeedback On(string question) =>
        new()
        {
            Question = question,
            Answer = "The old mill burned down. [1]",
            Sources = ["mill.txt", "mayor.txt"],
            IsUseful = true,
            At = new DateTimeOffset(2026, 5, 3, 10, 0, 0, TimeSpan.Zero),
        };
}
