using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.States;

public sealed class ArticleStatesTests : ArticleStatesContract
{
    private readonly TemporaryFolder folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override async Task<IArticleStore> OpenAsync(TimeProvider clock) =>
        await LiteDbArticleStore.OpenAsync(folder["a.litedb"], clock, TestContext.Current.CancellationToken);
}
