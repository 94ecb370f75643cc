using NewsBot.Archive;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom.Answering;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Questions;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;
using NewsBot.Semantics;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests;

/// <summary>An archive in a folder of its own, with a kernel that answers from it.</summary>
public sealed class TestArchive : IAsyncDisposable
{
    private readonly TemporaryFolder folder;

    private TestArchive(TemporaryFolder folder, LiteDbArticleStore store, ArticleArchive archive, ReadingModelLoader? reading)
    {
        this.folder = folder;
        Store = store;
        Archive = archive;
        var links = new ArticleLinks(new Uri("http://newsbot.test/"));
        Kernel = new NewsroomKernel(archive, links, TimeProvider.System, new AnswerOptions { Reading = reading });
        Newsroom = new NewsroomService(
            archive,
            Kernel,
            links,
            new DigestWriter(archive, links, reading),
            new TimelineWriter(archive, links)
        );
    }

    public LiteDbArticleStore Store { get; }

    public ArticleArchive Archive { get; }

    public NewsroomKernel Kernel { get; }

    public NewsroomService Newsroom { get; }

    public static Task<TestArchive> OfAsync(params Article[] articles) => OfAsync(null, articles);

    /// <summary>An archive whose newsroom has a reading model.</summary>
    public static Task<TestArchive> OfAsync(ReadingModelLoader? reading, params Article[] articles) =>
        OfAsync(TimeProvider.System, reading, articles);

    /// <summary>An archive whose embargoes a clock lifts.</summary>
    public static async Task<TestArchive> OfAsync(TimeProvider time, ReadingModelLoader? reading, params Article[] articles)
    {
        var folder = new TemporaryFolder();
        var store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], time, CancellationToken.None);
        await store.PutAsync(articles, null, CancellationToken.None);
        return new TestArchive(
            folder,
            store,
            await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None),
            reading
        );
    }

    public static async Task<TestArchive> OfSeedsAsync()
    {
        var archive = await OfAsync();
        await archive.Archive.IngestAsync([Path.Combine(AppContext.BaseDirectory, "seeds")], null, CancellationToken.None);
        return archive;
    }

    public Task<Answer> AskAsync(string question, DateOnly? asOf = null) =>
        Kernel.AskAsync(
            new QuestionRequest
            {
                Text = question,
                AsOf = asOf,
                Desk = null,
            },
            TestContext.Current.CancellationToken
        );

    public async ValueTask DisposeAsync()
    {
        Newsroom.Dispose();
        await Archive.DisposeAsync();
        await Store.DisposeAsync();
        folder.Dispose();
    }
}
