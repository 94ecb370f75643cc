using NewsBot.Newsroom.State;
using NewsBot.Postgres.State;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>Represents an empty state that a test opens, as often as it likes: a file, or a database of the shared server.</summary>
public sealed class TestState : IDisposable
{
    private readonly Lazy<string>? connectionString;

    private readonly bool isDurable;

    private TestState(Lazy<string>? connectionString, bool isDurable) =>
        (this.connectionString, this.isDurable) = (connectionString, isDurable);

    /// <summary>Gets a folder of the test, with the file.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>Returns a state in a file.</summary>
    /// <param name="isDurable">Whether it outlives a power failure, which takes time.</param>
    public static TestState InFile(bool isDurable = true) => new(null, isDurable);

    /// <summary>Returns a state in PostgreSQL; where that is not installed the test is skipped.</summary>
    public static TestState InPostgres() => new(new Lazy<string>(() => Task.Run(CreateAsync).GetAwaiter().GetResult()), isDurable: true);

    /// <summary>Opens the state, as one host does.</summary>
    public StateDatabase Open(params IEnumerable<StateSchema> schemas) =>
        connectionString is null
            ? StateDatabase.Open(Folder[StateDatabase.FileName], schemas, isDurable)
            : StateDatabase.OpenOn(new PostgresState(connectionString.Value), schemas);

    /// <summary>Skips a test about the file, or about what earlier versions kept in files.</summary>
    public void SkipUnlessInFile() => Assert.SkipUnless(connectionString is null, "PostgreSQL has no file.");

    /// <inheritdoc/>
    public void Dispose() => Folder.Dispose();

    private static async Task<string> CreateAsync() => await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
}
