using Microsoft.Data.Sqlite;
using NewsBot.Discord.State;
using NewsBot.TestSupport;

namespace NewsBot.Discord.Tests.State;

public sealed class SqliteDiscordStateTests : DiscordStateContract, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public void File_OfALaterVersion_IsLeftAlone()
    {
        Open();
        using (var connection = new SqliteConnection($"Data Source={folder[SqliteDiscordState.FileName]}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var exception = Assert.Throws<InvalidDataException>(() => Open());

        Assert.Contains("update NewsBot", exception.Message, StringComparison.Ordinal);
    }

    private protected override IDiscordState Open() => new SqliteDiscordState(folder.Root, Time);
}
