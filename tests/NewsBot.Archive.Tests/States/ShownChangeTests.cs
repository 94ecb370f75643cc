using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.States;

public sealed class ShownChangeTests : ShownChangeContract
{
    private readonly TemporaryFolder folder = new();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override async Task<IArticleStore> OpenAsync(TimeProvider clock) =>
        await LiteDbArticleStore.OpenAsync(folder["newsbot.litedb"], clock, TestContext.Current.CancellationToken);
}
