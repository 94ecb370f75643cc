using System.Security.Cryptography;
using System.Text;
using NewsBot.Newsroom.State;

namespace NewsBot.Arriving;

/// <summary>Keeps the servers' replies about feeds across restarts. Thread-safe.</summary>
/// <param name="database">Where they are kept.</param>
internal sealed class FeedStates(StateDatabase database)
{
    /// <summary>Gets the table. A feed's key is a hash of its address, which may contain a secret.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "feeds",
            Steps =
            [
                """
                    CREATE TABLE feed_state (
                      feed TEXT PRIMARY KEY, etag TEXT, modified TEXT, change INTEGER NOT NULL, history TEXT, not_before INTEGER) WITHOUT ROWID;
                    """,
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE feed_state (feed TEXT PRIMARY KEY, etag TEXT, modified TEXT, change BIGINT NOT NULL, history TEXT, not_before BIGINT);
                    """,
            ],
        };

    /// <summary>Returns what is remembered of a feed.</summary>
    public Task<FeedState> FindAsync(Uri feed, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
                db.Rows(
                    "SELECT etag, modified, change, history, not_before FROM feed_state WHERE feed = $1",
                    row => new FeedState(
                        row.TextOrNull(0) is null && row.TextOrNull(1) is null
                            ? null
                            : new FeedValidators(row.TextOrNull(0), row.TextOrNull(1)),
                        row.GetInt64(2),
                        row.TextOrNull(3),
                        row.TimeOrNull(4)
                    ),
                    KeyOf(feed)
                )
                    is [var state]
                    ? state
                    : FeedState.None,
            cancellationToken
        );

    /// <summary>Stores the state of a feed.</summary>
    public Task KeepAsync(Uri feed, FeedState state, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
                db.Run(
                    """
                    INSERT INTO feed_state (feed, etag, modified, change, history, not_before) VALUES ($1, $2, $3, $4, $5, $6)
                    ON CONFLICT (feed) DO UPDATE SET etag = excluded.etag, modified = excluded.modified, change = excluded.change,
                      history = excluded.history, not_before = excluded.not_before
                    """,
                    KeyOf(feed),
                    state.Validators?.ETag,
                    state.Validators?.LastModified,
                    state.Change,
                    state.History,
                    state.NotBefore
                ),
            cancellationToken
        );

    private static string KeyOf(Uri feed) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(feed.AbsoluteUri)));
}
