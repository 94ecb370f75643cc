using System.Globalization;
using NewsBot.Archive.Ingest;
using NewsBot.Archive.IngestProcess;
using NewsBot.Archive.Store;

// Ingests the files args[2..] into the store args[0], args[1] articles in a transaction, and writes a line for each article that was committed.
await using var store = await SqliteArticleStore.OpenAsync(args[0], CancellationToken.None);
var limits = new IngestLimits { BatchArticles = int.Parse(args[1], CultureInfo.InvariantCulture) };
await using var output = new StreamWriter(Console.OpenStandardOutput());
var report = await ArticleIngest.RunWithinAsync(store, args[2..], new Acknowledgements(output), limits, CancellationToken.None);
return report.HasFailures ? 1 : 0;
