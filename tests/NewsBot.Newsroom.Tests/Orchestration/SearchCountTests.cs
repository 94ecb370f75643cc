using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Versions;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Orchestration;

/// <summary>The kernel searches no more than the pipeline that it runs.</summary>
public sealed class SearchCountTests : IAsyncLifetime
{
    private static readonly ArticleLinks Links = new(new Uri("http://newsbot.test/"));

    private readonly TemporaryFolder folder = new();
    private readonly CountingIndex index = new();
    private LiteDbArticleStore store = null!;
    private ArticleArchive archive = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], Cancellation);
        archive = await ArticleArchive.OpenAsync(store, index, Cancellation);
        await archive.IngestAsync([Path.Combine(AppContext.BaseDirectory, "seeds")], null, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await archive.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("How many drones were aimed at the Kremlin?")]
    [InlineData("where was putin? who is dmitry peskov?")]
    [InlineData("hello")]
    public async Task Question_IsSearchedForAsOften_AsByThePipelineAlone(string text)
    {
        var request = new QuestionRequest { Text = text, Desk = null };
        var pipeline = new QuestionPipeline(
            new PassageRetriever(archive),
            new VersionNotes(archive),
            Links,
            TimeProvider.System,
            new AnswerOptions(),
            model: null
        );
        var direct = await CountAsync(async () =>
        {
            await foreach (var step in pipeline.AnswerAsync(request, ReaderRights.Of(request), [], Cancellation))
                Assert.NotNull(step.Finished);
        });
        var newsroom = new NewsroomKernel(archive, Links, TimeProvider.System);

        Assert.Equal(direct, await CountAsync(() => newsroom.AskAsync(request, Cancellation)));
        Assert.InRange(direct, 0, 4);
    }

    private async Task<int> CountAsync(Func<Task> ask)
    {
        var before = index.Searches;
        await ask();
        return index.Searches - before;
    }

    private sealed class CountingIndex : IPassageIndex
    {
        private readonly InMemoryPassageIndex inner = new();

        public int Searches { get; private set; }

        public int PassageCount => inner.PassageCount;

        public int DocumentCount => inner.DocumentCount;

        public long AppliedChange => inner.AppliedChange;

        public string AppliedHistory => inner.AppliedHistory;

        public void Apply(IReadOnlyCollection<long> removed, IReadOnlyCollection<IndexDocument> put) => inner.Apply(removed, put);

        public void Commit(long appliedChange, string history = "") => inner.Commit(appliedChange, history);

        public IEnumerable<IndexedDocument> Documents() => inner.Documents();

        public IReadOnlyList<PassageHit> Search(PassageQuery query)
        {
            Searches++;
            return inner.Search(query);
        }

        public IReadOnlyList<PassageExplanation> Explain(PassageQuery query) => inner.Explain(query);
    }
}
