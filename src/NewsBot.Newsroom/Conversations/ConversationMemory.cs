using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Conversations;

/// <summary>
/// Remembers the last question of each conversation for a while, across restarts, so that follow-ups can be completed. Stores
/// questions only, never answers, because an earlier answer is not evidence, and hashes the keys. Where the disk is full or the file
/// cannot be read, nothing is remembered, and questions are answered all the same. Where the file is damaged, conversations are remembered
/// in memory until the next start. Thread-safe.
/// </summary>
/// <param name="database">The database, opened with <see cref="Schema"/>; not disposed of.</param>
/// <param name="time">Measures the time.</param>
/// <param name="maxConversations">The maximum number of conversations remembered; beyond it, the oldest are forgotten early.</param>
/// <param name="log">Learns when memory fails, and when it works again; null: nothing is logged.</param>
/// <param name="kept">How long a question is remembered; null: <see cref="Usual"/>.</param>
public sealed partial class ConversationMemory(
    StateDatabase database,
    TimeProvider time,
    int maxConversations = ConversationMemory.MaxConversations,
    ILogger<ConversationMemory>? log = null,
    TimeSpan? kept = null
) : IAsyncDisposable
{
    private readonly Lock access = new();
    private StateDatabase? anew;
    private int isFailing;

    /// <summary>
    /// Specifies how long a question is remembered unless another time is set; a follow-up that comes later is treated as a new question.
    /// </summary>
    public static readonly TimeSpan Usual = TimeSpan.FromMinutes(30);

    private readonly TimeSpan kept = kept ?? Usual;

    /// <summary>Specifies the default maximum number of conversations remembered.</summary>
    public const int MaxConversations = 10_000;

    /// <summary>
    /// Gets the tables that the memory needs. Earlier files are not migrated: what they contain would soon be forgotten.
    /// </summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "conversations",
            Steps =
            [
                """
                    CREATE TABLE conversation (key BLOB PRIMARY KEY, question TEXT NOT NULL, asked INTEGER NOT NULL) WITHOUT ROWID;
                    CREATE INDEX conversation_asked ON conversation (asked);
                    """,
                // The hash of the person who asked; NULL where the channel does not know one.
                "ALTER TABLE conversation ADD COLUMN person BLOB",
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE conversation (key BYTEA PRIMARY KEY, question TEXT NOT NULL, asked BIGINT NOT NULL, person BYTEA);
                    CREATE INDEX conversation_asked ON conversation (asked);
                    """,
            ],
        };

    /// <summary>Gets what it has about people: the last question of each of their conversations.</summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "conversations",
            Schemas = [Schema],
            Rows = "SELECT asked, question FROM conversation WHERE person = $5 ORDER BY asked",
            Export = row => new() { ["at"] = PersonalData.Time(row, 0), ["question"] = row.GetString(1) },
            Deletion = ["DELETE FROM conversation WHERE person = $5"],
        };

    /// <summary>
    /// Returns the conversation's last question as understood; null if there is none, or if it is too old.
    /// </summary>
    public async Task<string?> RecallAsync(string conversation, CancellationToken cancellationToken)
    {
        try
        {
            return await UseAsync(current =>
                    current.ReadAsync(
                        db =>
                            db.Value(
                                "SELECT question FROM conversation WHERE key = $1 AND asked >= $2",
                                KeyOf(conversation),
                                time.GetUtcNow() - kept
                            ) as string,
                        cancellationToken
                    )
                )
                .ConfigureAwait(false);
        }
        catch (StoreException failure)
        {
            ReportFailure(failure);
            return null;
        }
    }

    /// <summary>Stores a question as the conversation's last one, and forgets expired ones.</summary>
    /// <param name="conversation">The channel's key of the conversation.</param>
    /// <param name="question">The question as understood.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <param name="person">The id of the person who asked, with its channel; null: unknown.</param>
    public async Task RememberAsync(string conversation, string question, CancellationToken cancellationToken, string? person = null)
    {
        try
        {
            await UseAsync(current =>
                    current.WriteAsync(
                        db =>
                            db.Run(
                                """
                                INSERT INTO conversation (key, question, asked, person) VALUES ($1, $2, $3, $4)
                                ON CONFLICT (key) DO UPDATE SET question = excluded.question, asked = excluded.asked, person = excluded.person
                                """,
                                KeyOf(conversation),
                                question,
                                time.GetUtcNow(),
                                person is null ? null : PersonalData.HashOf(person)
                            )
                            + Forget(db)
                            + db.Run(
                                "DELETE FROM conversation WHERE key IN (SELECT key FROM conversation ORDER BY asked DESC, key LIMIT 1000 OFFSET $1)",
                                maxConversations
                            ),
                        cancellationToken
                    )
                )
                .ConfigureAwait(false);
            if (Interlocked.Exchange(ref isFailing, 0) == 1 && log is not null)
                Works(log);
        }
        catch (StoreException failure)
        {
            ReportFailure(failure);
        }
    }

    /// <summary>Forgets expired questions of conversations that nobody continued.</summary>
    /// <exception cref="StoreException">The disk refused it.</exception>
    public Task ForgetAsync(CancellationToken cancellationToken) => UseAsync(current => current.WriteAsync(Forget, cancellationToken));

    private int Forget(StateConnection db) => db.Run("DELETE FROM conversation WHERE asked < $1", time.GetUtcNow() - kept);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => anew?.DisposeAsync() ?? default;

    private async Task<T> UseAsync<T>(Func<StateDatabase, Task<T>> use)
    {
        try
        {
            return await use(Volatile.Read(ref anew) ?? database).ConfigureAwait(false);
        }
        catch (StoreException failure) when (failure.Failure == StoreFailure.Damaged)
        {
            return await use(MakeAnew(failure)).ConfigureAwait(false);
        }
    }

    // What was remembered would soon be forgotten, so nothing of it is repaired.
    private StateDatabase MakeAnew(StoreException failure)
    {
        lock (access)
        {
            if (anew is not null)
                return anew;
            if (log is not null)
                IsDamaged(log, failure.Message);
            return anew = StateDatabase.Open(null, [Schema]);
        }
    }

    // Once for each outage, not for each question.
    private void ReportFailure(StoreException failure)
    {
        if (Interlocked.Exchange(ref isFailing, 1) == 0 && log is not null)
            Fails(log, failure.Message);
    }

    [LoggerMessage(1, LogLevel.Warning, "Conversations are not remembered, so follow-ups stand on their own: {Reason}")]
    private static partial void Fails(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Information, "Conversations are remembered again")]
    private static partial void Works(ILogger log);

    [LoggerMessage(3, LogLevel.Warning, "Conversations are remembered in memory until the next start: {Reason}")]
    private static partial void IsDamaged(ILogger log, string reason);

    private static byte[] KeyOf(string conversation) => SHA256.HashData(Encoding.UTF8.GetBytes(conversation));
}
