using NewsBot.Archive.Store;
using NewsBot.TestSupport.Crashes;

namespace NewsBot.Archive.Tests.Crashes;

public sealed class KilledIngestTests : KilledIngestContract
{
    protected override string Program => "NewsBot.Archive.IngestProcess.dll";

    protected override async Task<IArticleStore> OpenAsync(string database) =>
        await SqliteArticleStore.OpenAsync(database, TestContext.Current.CancellationToken);
}
