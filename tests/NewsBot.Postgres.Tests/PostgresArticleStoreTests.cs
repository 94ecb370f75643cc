using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Postgres.Tests;

public sealed class PostgresArticleStoreTests : ArticleStoreContract
{
    private readonly TestDatabase database = new();

    protected override async Task<IArticleStore> OpenAsync() => await database.OpenAsync();
}
