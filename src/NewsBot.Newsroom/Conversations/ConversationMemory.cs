using System.Security.Cryptography;
using System.Text;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Conversations;

/// <summary>
/// Remembers the last question of each conversation for half an hour, so that a follow-up is understood also after a restart. Questions only, never
/// answers: what was answered before is not evidence. Keys are kept as hashes. Thread-safe.
/// </summary>
/// <param name="database">Opened with <see cref="Schema"/>; not disposed of.</param>
/// <param name="time">Says what half an hour is.</param>
/// <param name="maxConversations">The oldest conversations beyond this number are forgotten early.</param>
public sealed class ConversationMemory(StateDatabase database, TimeProvider time, int maxConversations = ConversationMemory.MaxConversations)
{
    /// <summary>A follow-up that comes later is a new question.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    /// <summary>The number of conversations that are remembered where no other is set.</summary>
    public const int MaxConversations = 10_000;

    /// <summary>Gets the tables that the memory needs. What an earlier file held is not worth copying: it is forgotten within half an hour.</summary>
    public static StateSchema Schema { get; } = new()
    {
        Feature = "conversations",
        Steps =
        [
            """
            CREATE TABLE conversation (key BLOB PRIMARY KEY, question TEXT NOT NULL, asked INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX conversation_asked ON conversation (asked);
            """,
        ],
    };

    /// <summary>Returns the conversation's last question as it was understood; null when there is none, or it is too long ago.</summary>
    public Task<string?> RecallAsync(string conversation, CancellationToken cancellationToken) => database.ReadAsync(
        db => db.Value("SELECT question FROM conversation WHERE key = $1 AND asked >= $2", KeyOf(conversation), time.GetUtcNow() - Kept) as string, cancellationToken);

    /// <summary>Makes this the conversation's last question, and forgets what is too old.</summary>
    public Task RememberAsync(string conversation, string question, CancellationToken cancellationToken) => database.WriteAsync(
        db => db.Run("INSERT OR REPLACE INTO conversation (key, question, asked) VALUES ($1, $2, $3)", KeyOf(conversation), question, time.GetUtcNow())
            + db.Run("DELETE FROM conversation WHERE asked < $1", time.GetUtcNow() - Kept)
            + db.Run("DELETE FROM conversation WHERE key IN (SELECT key FROM conversation ORDER BY asked DESC, key LIMIT -1 OFFSET $1)", maxConversations),
        cancellationToken);

    private static byte[] KeyOf(string conversation) => SHA256.HashData(Encoding.UTF8.GetBytes(conversation));
}
