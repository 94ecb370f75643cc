using NewsBot.Archive.Store;
using NewsBot.TestSupport.Crashes;

namespace NewsBot.Bridges.LiteDb.Tests.Crashes;

public sealed class TwoProcessesTests : TwoProcessesContract
{
    protected override string Program => "NewsBot.Bridges.LiteDb.IngestProcess.dll";

    protected override async Task<IArticleStore> OpenAsync(string database) =>
        await LiteDbArticleStore.OpenAsync(database, TestContext.Current.CancellationToken);
}
