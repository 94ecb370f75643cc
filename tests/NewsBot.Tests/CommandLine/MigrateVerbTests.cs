using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Migrating;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.State;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class MigrateVerbTests : IDisposable
{
    private const string Question = "Who opened the mill?";

    private readonly TemporaryFolder folder = new();

    public MigrateVerbTests() => folder.Write("seeds/mill.txt", "Mayor Jones opened the old mill in Leeds on Monday.\n");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task ArticlesAndState_AreCopied_AndEveryVerbGoesOnWithThem()
    {
        await CommandRun.InAsync(folder, "ask", Question);
        await CommandRun.InAsync(folder, "keys", "add", "wire", "--scope", "read");
        await using (var state = StateDatabase.Open(folder[Path.Combine("data", StateDatabase.FileName)], [FeedbackStore.Schema]))
            await new FeedbackStore(state).AddAsync(
                new ReaderFeedback
                {
                    Channel = "web",
                    Reaction = ReaderFeedback.Like,
                    Question = Question,
                    At = TimeProvider.System.GetUtcNow(),
                },
                Cancel
            );
        var config = await OnServerAsync();

        var migrate = await CommandRun.InAsync(folder, "migrate", "--to", "postgres", "--config", config);
        var again = await CommandRun.InAsync(folder, "migrate", "--to", "postgres", "--config", config);
        Directory.Delete(folder["seeds"], recursive: true);
        var ask = await CommandRun.InAsync(folder, "ask", Question, "--config", config, "--data", "other");
        var keys = await CommandRun.InAsync(folder, "keys", "list", "--config", config, "--data", "other");
        var feedback = await CommandRun.InAsync(folder, "feedback", "list", "--config", config, "--data", "other");
        await CommandRun.InAsync(folder, "keys", "add", "desk", "--scope", "read", "--config", config, "--data", "other");
        var differs = await CommandRun.InAsync(folder, "migrate", "--to", "postgres", "--config", config);

        Assert.Equal((0, ""), (migrate.ExitCode, migrate.Error));
        Assert.StartsWith("1 article copied and compared\n", migrate.Output, StringComparison.Ordinal);
        Assert.StartsWith("1 article were there already, and are the same\n", again.Output, StringComparison.Ordinal);
        Assert.StartsWith("Mayor Jones opened the old mill", ask.Output, StringComparison.Ordinal);
        Assert.Contains("wire", keys.Output, StringComparison.Ordinal);
        Assert.Contains($"Question: {Question}", feedback.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["other/state.db"]));
        Assert.Equal(1, differs.ExitCode);
        Assert.Contains("has other rows of api_key", differs.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutADatabaseInTheSettings_OrAnythingToCopy_TheRemedyIsNamed()
    {
        await CommandRun.InAsync(folder, "ask", Question);

        var nowhere = await CommandRun.InAsync(folder, "migrate", "--to", "postgres");
        var nothing = await CommandRun.InAsync(
            folder,
            "migrate",
            "--to",
            "postgres",
            "--data",
            "empty",
            "--config",
            folder.Write("pg.json", """{"Store":{"Provider":"Postgres","ConnectionString":"Host=/nowhere;Database=n;Username=n"}}""")
        );

        Assert.Equal(1, nowhere.ExitCode);
        Assert.Contains("set Store:Provider to Postgres", nowhere.Error, StringComparison.Ordinal);
        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("has nothing to copy", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backup_IsLeftToTheServer()
    {
        var backup = await CommandRun.InAsync(folder, "backup", "create", "all.zip", "--config", await OnServerAsync());

        Assert.Equal(1, backup.ExitCode);
        Assert.Contains("pg_dump", backup.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["all.zip"]));
    }

    [Fact]
    public async Task Copy_HasTheTablesOfEveryFeatureOfAHost()
    {
        await using var host = await TestHost.StartAsync();

        Assert.Empty(
            host.Services.GetServices<StateSchema>()
                .Select(schema => schema.Feature)
                .Except(AllState.Schemas.Select(schema => schema.Feature))
        );
    }

    private async Task<string> OnServerAsync() =>
        folder.Write(
            "pg.json",
            JsonSerializer.Serialize(
                new
                {
                    Store = new
                    {
                        Provider = "Postgres",
                        ConnectionString = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync(),
                    },
                }
            )
        );
}
