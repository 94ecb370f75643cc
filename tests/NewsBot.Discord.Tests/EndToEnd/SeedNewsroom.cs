using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Digests;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Newsroom.Timelines;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>The real newsroom over the seed articles.</summary>
internal sealed class SeedNewsroom : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly ArticleArchive archive;

    private SeedNewsroom(TemporaryFolder folder, ArticleArchive archive, NewsroomService newsroom)
    {
        this.folder = folder;
        this.archive = archive;
        Newsroom = newsroom;
    }

    public NewsroomService Newsroom { get; }

    public static async Task<SeedNewsroom> OpenAsync()
    {
        var folder = new TemporaryFolder();
        var store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], CancellationToken.None);
        var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None);
        await archive.IngestAsync([Path.Combine(RepositoryFolder.Root, "seeds")], null, CancellationToken.None);
        var links = new ArticleLinks(new Uri("http://127.0.0.1:3978/"));
        var newsroom = new NewsroomService(
            archive,
            new NewsroomKernel(archive, links, TimeProvider.System),
            links,
            new DigestWriter(archive, links),
            new TimelineWriter(archive, links)
        );
        return new SeedNewsroom(folder, archive, newsroom);
    }

    public async ValueTask DisposeAsync()
    {
        Newsroom.Dispose();
        await archive.DisposeAsync();
        folder.Dispose();
    }
}
