using NewsBot.Archive.Store;
using NewsBot.Postgres.Connecting;
using NewsBot.TestSupport;
using Npgsql;

namespace NewsBot.Postgres.Tests;

public sealed class FailureTests
{
    private const string Secret = "hunter2";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ServerThatIsNotThere_IsNamed_WithTheRemedy()
    {
        var error = await FailureAsync($"Host=127.0.0.1;Port=1;Database=news;Username=desk;Password={Secret}");

        Assert.Equal(StoreFailure.Unavailable, error.Failure);
        Assert.StartsWith(
            "The server of the database news on 127.0.0.1:1 (user desk) does not answer (",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.EndsWith("start it, or correct Host and Port in Store:ConnectionString.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongPassword_IsNamed_AndNotRepeated()
    {
        var server = await PostgresServer.SharedAsync();

        var error = await FailureAsync(server.ConnectionString("postgres", PostgresServer.LockedUser) + $";Password={Secret}");

        Assert.Equal(StoreFailure.Unavailable, error.Failure);
        Assert.EndsWith("refuses the password: correct it in Store:ConnectionString.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownUser_AndMissingDatabase_AreNamed()
    {
        var server = await PostgresServer.SharedAsync();

        var user = await FailureAsync(server.ConnectionString("postgres", "stranger"));
        var database = await FailureAsync(server.ConnectionString("nowhere"));

        Assert.Contains("create the role with LOGIN", user.Message, StringComparison.Ordinal);
        Assert.Contains("The database nowhere on", database.Message, StringComparison.Ordinal);
        Assert.Contains("create it with createdb", database.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserWithoutRights_IsToldWhichToGet()
    {
        var server = await PostgresServer.SharedAsync();
        var name = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()).Database!;

        var error = await FailureAsync(server.ConnectionString(name, PostgresServer.LockedUser) + $";Password={PostgresServer.Password}");

        Assert.Contains("forbids this user what NewsBot needs", error.Message, StringComparison.Ordinal);
        Assert.Contains("make the user the owner of the database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserWhoOwnsOnlyTheSchema_MayUseTheArchive()
    {
        var server = await PostgresServer.SharedAsync();
        var name = new NpgsqlConnectionStringBuilder(await server.CreateDatabaseAsync()).Database!;
        await server.SqlAsync(name, $"CREATE SCHEMA newsbot AUTHORIZATION {PostgresServer.LockedUser}");

        await using var store = await OpenAsync(
            server.ConnectionString(name, PostgresServer.LockedUser) + $";Password={PostgresServer.Password}"
        );

        Assert.Equal([PutOutcome.Added], await store.PutAsync([Some.Article()], null, Cancellation));
    }

    [Fact]
    public async Task ReadOnlyDatabase_IsRead_AndItsWritesFailWithTheRemedy()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        await using (var store = await OpenAsync(connection))
            await store.PutAsync([Some.Article()], null, Cancellation);
        await using var readOnly = await OpenAsync(connection + ";Options=-c default_transaction_read_only=on");

        var error = await Assert.ThrowsAsync<StoreException>(() => readOnly.PutAsync([Some.Article("b")], null, Cancellation));

        Assert.Equal(1, await readOnly.CountAsync(Cancellation));
        Assert.Equal(StoreFailure.Unavailable, error.Failure);
        Assert.Contains("is read-only: name the primary server", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DatabaseOfAnotherEncoding_IsRefused()
    {
        var server = await PostgresServer.SharedAsync();

        var error = await FailureAsync(await server.CreateDatabaseAsync("ENCODING 'LATIN1' TEMPLATE template0"));

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
        Assert.Contains("ENCODING 'UTF8'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArchiveOfANewerProgram_IsRefused_AndLeftAsItIs()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        await (await OpenAsync(connection)).DisposeAsync();
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        await server.SqlAsync(name, "INSERT INTO newsbot.migration (number) VALUES (99)");

        var error = await FailureAsync(connection);

        Assert.Equal(StoreFailure.Newer, error.Failure);
        Assert.Contains("schema 99; this one supports up to 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaThatIsNotAnArchive_IsRefused()
    {
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync();
        var name = new NpgsqlConnectionStringBuilder(connection).Database!;
        await server.SqlAsync(
            name,
            "CREATE SCHEMA newsbot; CREATE TABLE newsbot.migration (number int); INSERT INTO newsbot.migration VALUES (1)"
        );

        var error = await FailureAsync(connection);

        Assert.Equal(StoreFailure.NotAnArchive, error.Failure);
    }

    [Fact]
    public async Task HostsThatStartTogether_CreateTheTablesOnce()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();

        var stores = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => OpenAsync(connection)));

        Assert.Equal([PutOutcome.Added], await stores[7].PutAsync([Some.Article()], null, Cancellation));
        Assert.Equal(1, await stores[0].CountAsync(Cancellation));
        foreach (var store in stores)
            await store.DisposeAsync();
    }

    [Fact]
    public async Task WriterThatIsKeptOut_GivesUpInTime()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using var store = await PostgresArticleStore.OpenAsync(
            connection,
            new PostgresStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) },
            Cancellation
        );
        await using var source = NpgsqlDataSource.Create(connection);
        await using var other = await source.OpenConnectionAsync(Cancellation);
        await using var transaction = await other.BeginTransactionAsync(Cancellation);
        await using (var command = new NpgsqlCommand("SELECT 1 FROM newsbot.archive FOR UPDATE", other))
            await command.ExecuteScalarAsync(Cancellation);

        var error = await Assert.ThrowsAsync<StoreException>(() => store.PutAsync([Some.Article()], null, Cancellation));

        Assert.Equal(StoreFailure.Busy, error.Failure);
        Assert.Equal(0, await store.CountAsync(Cancellation));
    }

    [Fact]
    public async Task PoolThatIsUsedUp_IsNamed_WithTheSettingThatRaisesIt()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() + ";Maximum Pool Size=1;Timeout=1";
        await using var store = await OpenAsync(connection);
        // The listener keeps the only connection.
        await store.NextAsync().InTimeAsync();

        var error = await Assert.ThrowsAsync<StoreException>(() => store.CountAsync(Cancellation));

        Assert.Equal(StoreFailure.Busy, error.Failure);
        Assert.Contains("set a higher Maximum Pool Size", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("53100", StoreFailure.Full, "is out of space")]
    [InlineData("53300", StoreFailure.Busy, "raise max_connections")]
    [InlineData("57P03", StoreFailure.Unavailable, "is starting or stopping")]
    [InlineData("XX001", StoreFailure.Damaged, "restore a backup")]
    [InlineData("58030", StoreFailure.Device, "58030: said")]
    public void ErrorOfTheServer_IsExplained(string state, StoreFailure failure, string words)
    {
        var error = PostgresFailures.Explain(new PostgresException("said", "ERROR", "ERROR", state), "the database x");

        Assert.Equal(failure, error.Failure);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ServerThatIsTooOld_IsRefusedWithTheOldestVersion() =>
        Assert.Equal(
            "The database x is on PostgreSQL 14.2, which is too old: use PostgreSQL 15 or newer.",
            PostgresFailures.TooOld("the database x", "14.2", Migrations.OldestServer).Message
        );

    private static Task<PostgresArticleStore> OpenAsync(string connection) =>
        PostgresArticleStore.OpenAsync(connection, new PostgresStoreOptions(), Cancellation);

    private static async Task<StoreException> FailureAsync(string connection)
    {
        var error = await Assert.ThrowsAsync<StoreException>(() => OpenAsync(connection));
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
        return error;
    }
}
