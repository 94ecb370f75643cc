using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Discord.Newsroom;
using NewsBot.Newsroom.Answers;
using NewsBot.Newsroom.Orchestration;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.EndToEnd;

/// <summary>The real newsroom over the seed articles.</summary>
internal sealed class SeedNewsroom : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly ArticleArchive archive;

    private SeedNewsroom(TemporaryFolder folder, ArticleArchive archive, ArchiveNewsroom newsroom)
    {
        this.folder = folder;
        this.archive = archive;
        Newsroom = newsroom;
    }

    public ArchiveNewsroom Newsroom { get; }

    public static async Task<SeedNewsroom> OpenAsync()
    {
        var folder = new TemporaryFolder();
        var store = await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], CancellationToken.None);
        var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None);
        await archive.IngestAsync([Path.Combine(RepositoryFolder.Root, "seeds")], null, CancellationToken.None);
        var links = new ArticleLinks(new Uri("http://127.0.0.1:3978/"));
        return new SeedNewsroom(folder, archive, new ArchiveNewsroom(new NewsroomKernel(archive, links, TimeProvider.System), archive, store, links));
    }

    public async ValueTask DisposeAsync()
    {
        Newsroom.Dispose();
        await archive.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
