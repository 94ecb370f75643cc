using System.Globalization;
using NewsBot.Archive;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.IngestProcess;
using NewsBot.Archive.LiteDb;
using NewsBot.Search.Index;

// Ingests the files args[3..] into the store args[0], args[2] articles in a transaction, and writes a line for each article that was
// committed. Unless args[1] is "-", it is the folder of an index that is kept up to date meanwhile, with a commit after every other
// article.
var store = await LiteDbArticleStore.OpenAsync(args[0], CancellationToken.None);
await using var closing = store;
var limits = new IngestLimits { BatchArticles = int.Parse(args[2], CultureInfo.InvariantCulture) };
await using var output = new StreamWriter(Console.OpenStandardOutput());
if (args[1] == "-")
    return (await ArticleIngest.RunWithinAsync(store, args[3..], new Acknowledgements(output), limits, CancellationToken.None)).HasFailures
        ? 1
        : 0;

using var index = StoredPassageIndex.Open(args[1]);
await using var archive = await ArticleArchive.OpenAsync(store, index, null, articlesPerCommit: 2, CancellationToken.None);
using var done = new CancellationTokenSource();
var indexing = Task.Run(async () =>
{
    while (!done.IsCancellationRequested)
        await archive.RefreshAsync(CancellationToken.None);
});
var report = await ArticleIngest.RunWithinAsync(store, args[3..], new Acknowledgements(output), limits, CancellationToken.None);
await done.CancelAsync();
await indexing;
return report.HasFailures ? 1 : 0;
