using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsBot.Newsroom.Conversations;

/// <summary>
/// Remembers the last question of each conversation for half an hour, in a small database of its own, so that a follow-up is understood
/// also after a restart. Questions only, never answers: what was answered before is no evidence. Keys are kept as hashes. Thread-safe.
/// </summary>
public sealed class ConversationMemory : IDisposable
{
    /// <summary>A follow-up that comes later is a new question.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>The oldest conversations beyond this number are forgotten early.</summary>
    public const int MaxConversations = 10_000;

    private const string InMemory = ":memory:";

    private readonly SemaphoreSlim access = new(1, 1);
    private readonly SqliteConnection connection;
    private readonly TimeProvider time;
    private readonly int maxConversations;

    private ConversationMemory(SqliteConnection connection, TimeProvider time, int maxConversations)
    {
        this.connection = connection;
        this.time = time;
        this.maxConversations = maxConversations;
    }

    /// <summary>Opens the file, and makes it when it is missing.</summary>
    /// <param name="path">Of the database; null: kept in this process alone.</param>
    /// <param name="time">Says what half an hour is.</param>
    public static ConversationMemory Open(string? path, TimeProvider time) => Open(path, time, MaxConversations);

    internal static ConversationMemory Open(string? path, TimeProvider time, int maxConversations)
    {
        ArgumentNullException.ThrowIfNull(time);
        if (path is not null && Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path ?? InMemory, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA journal_mode = WAL");
            Run(connection, "CREATE TABLE IF NOT EXISTS conversations (key BLOB PRIMARY KEY, question TEXT NOT NULL, asked INTEGER NOT NULL) WITHOUT ROWID");
            Run(connection, "CREATE INDEX IF NOT EXISTS conversations_asked ON conversations (asked)");
        }
        catch
        {
            connection.Dispose();
            throw;
        }

        return new ConversationMemory(connection, time, maxConversations);
    }

    /// <summary>The conversation's last question as it was understood; null when there is none, or it is too long ago.</summary>
    public Task<string?> RecallAsync(string conversation, CancellationToken cancellationToken) => UseAsync(
        () =>
        {
            using var command = Command(connection, "SELECT question FROM conversations WHERE key = $key AND asked >= $since", ("$key", KeyOf(conversation)), ("$since", Now() - (long)Kept.TotalSeconds));
            return command.ExecuteScalar() as string;
        },
        cancellationToken);

    /// <summary>Makes this the conversation's last question, and forgets what is too old.</summary>
    public Task RememberAsync(string conversation, string question, CancellationToken cancellationToken) => UseAsync<object?>(
        () =>
        {
            using var transaction = connection.BeginTransaction();
            Run(connection, "INSERT OR REPLACE INTO conversations (key, question, asked) VALUES ($key, $question, $asked)", ("$key", KeyOf(conversation)), ("$question", question), ("$asked", Now()));
            Run(connection, "DELETE FROM conversations WHERE asked < $since", ("$since", Now() - (long)Kept.TotalSeconds));
            Run(connection, "DELETE FROM conversations WHERE key IN (SELECT key FROM conversations ORDER BY asked DESC, key LIMIT -1 OFFSET $most)", ("$most", maxConversations));
            transaction.Commit();
            return null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        connection.Dispose();
        access.Dispose();
    }

    private async Task<T> UseAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        await access.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return work();
        }
        finally
        {
            access.Release();
        }
    }

    private long Now() => time.GetUtcNow().ToUnixTimeSeconds();

    private static byte[] KeyOf(string conversation) => SHA256.HashData(Encoding.UTF8.GetBytes(conversation));

    private static void Run(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        using var command = Command(connection, sql, values);
        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value);
        return command;
    }
}
