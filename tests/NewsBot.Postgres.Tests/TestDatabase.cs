using NewsBot.TestSupport;

namespace NewsBot.Postgres.Tests;

/// <summary>Represents a database of one test on the shared server; created when it is first opened.</summary>
internal sealed class TestDatabase
{
    private readonly Lazy<Task<string>> created = new(async () => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());

    public Task<string> ConnectionStringAsync() => created.Value;

    public async Task<PostgresArticleStore> OpenAsync(TimeProvider? clock = null) =>
        await PostgresArticleStore.OpenAsync(
            await created.Value,
            new PostgresStoreOptions { Clock = clock ?? TimeProvider.System },
            TestContext.Current.CancellationToken
        );
}
