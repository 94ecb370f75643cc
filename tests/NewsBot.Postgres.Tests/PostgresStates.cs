using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Postgres.Tests;

public sealed class ArticleStatesTests : ArticleStatesContract
{
    private readonly TestDatabase database = new();

    protected override async Task<IArticleStore> OpenAsync(TimeProvider clock) => await database.OpenAsync(clock);
}

public sealed class ShownChangeTests : ShownChangeContract
{
    private readonly TestDatabase database = new();

    protected override async Task<IArticleStore> OpenAsync(TimeProvider clock) => await database.OpenAsync(clock);
}
