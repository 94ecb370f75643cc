using System.Diagnostics;
using NewsBot.Archive;
using NewsBot.Archive.LiteDb;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Benchmarks.Training;

/// <summary>
/// An archive of development articles, kept in a folder between runs: reading 26,634 articles takes longer than fitting a model.
/// </summary>
internal sealed class TrainingArchive : IAsyncDisposable
{
    private readonly LiteDbArticleStore store;

    private TrainingArchive(LiteDbArticleStore store, ArticleArchive articles)
    {
        this.store = store;
        Articles = articles;
    }

    public ArticleArchive Articles { get; }

    /// <summary>The seed articles.</summary>
    public static Task<TrainingArchive> OfSeedsAsync(string cache) =>
        OpenAsync(cache, "seeds", () => Path.Combine(RepositoryFolder.Root, "seeds"));

    /// <summary>The articles of the SQuAD 2.0 half.</summary>
    public static Task<TrainingArchive> OfSquadAsync(string cache) =>
        OpenAsync(cache, "squad", () => SharedFolder.Require("eval/squad2/articles.jsonl"));

    /// <summary>The news articles; the program xz unpacks them.</summary>
    public static Task<TrainingArchive> OfNewsAsync(string cache) =>
        OpenAsync(cache, "news", () => Unpack(SharedFolder.Require("eval/news/articles.jsonl.xz"), Path.Combine(cache, "news.jsonl")));

    public async ValueTask DisposeAsync()
    {
        await Articles.DisposeAsync();
        await store.DisposeAsync();
    }

    private static async Task<TrainingArchive> OpenAsync(string cache, string name, Func<string> articles)
    {
        Directory.CreateDirectory(cache);
        var store = await LiteDbArticleStore.OpenAsync(Path.Combine(cache, name + ".litedb"), CancellationToken.None);
        var archive = await ArticleArchive.OpenAsync(store, new InMemoryPassageIndex(), CancellationToken.None);
        if (await archive.IsUntouchedAsync(CancellationToken.None))
        {
            await archive.IngestAsync([articles()], null, CancellationToken.None);
            await archive.RefreshAsync(CancellationToken.None);
        }

        return new TrainingArchive(store, archive);
    }

    private static string Unpack(string packed, string unpacked)
    {
        using var unpacking = Process.Start(new ProcessStartInfo("xz", ["-dc", packed]) { RedirectStandardOutput = true })!;
        using (var file = File.Create(unpacked))
            unpacking.StandardOutput.BaseStream.CopyTo(file);
        unpacking.WaitForExit();
        return unpacked;
    }
}
