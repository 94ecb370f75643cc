using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Withdrawals;

/// <summary>Records which posts cite which articles, so that they can be taken back when an article is withdrawn. Thread-safe.</summary>
/// <param name="database">The database that stores them.</param>
/// <param name="time">Determines the age of posts.</param>
public sealed class CitedPosts(StateDatabase database, TimeProvider time)
{
    /// <summary>Specifies the age at which a post is forgotten, as long as answers are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <summary>Gets the table.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "cited",
            Steps =
            [
                """
                    CREATE TABLE cited_post (
                        source TEXT NOT NULL, channel TEXT NOT NULL, reference TEXT NOT NULL, conversation TEXT NOT NULL,
                        message TEXT,                    -- null until it is delivered
                        at INTEGER NOT NULL, PRIMARY KEY (source, channel, reference)) WITHOUT ROWID;
                    CREATE INDEX cited_post_reference ON cited_post (channel, reference);
                    CREATE INDEX cited_post_at ON cited_post (at);
                    """,
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE cited_post (
                        source TEXT NOT NULL, channel TEXT NOT NULL, reference TEXT NOT NULL, conversation TEXT NOT NULL,
                        message TEXT, at BIGINT NOT NULL, PRIMARY KEY (source, channel, reference));
                    CREATE INDEX cited_post_reference ON cited_post (channel, reference);
                    CREATE INDEX cited_post_at ON cited_post (at);
                    """,
            ],
        };

    /// <summary>Adds a post within the caller's transaction.</summary>
    public static void Add(StateConnection db, CitedPost post, IEnumerable<string> sources, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(post);
        foreach (var source in sources.Distinct(StringComparer.Ordinal))
        {
            db.Run(
                """
                INSERT INTO cited_post (source, channel, reference, conversation, message, at) VALUES ($1, $2, $3, $4, $5, $6)
                ON CONFLICT (source, channel, reference) DO UPDATE SET conversation = excluded.conversation, message = excluded.message, at = excluded.at
                """,
                source,
                post.Channel,
                post.Reference,
                post.Conversation,
                post.Message,
                at
            );
        }
    }

    /// <summary>Records the id under which a post was delivered, within the caller's transaction.</summary>
    public static void Deliver(StateConnection db, string channel, string reference, string message) =>
        db.Run("UPDATE cited_post SET message = $3 WHERE channel = $1 AND reference = $2", channel, reference, message);

    /// <summary>Forgets the posts of a channel from before a moment, within the caller's transaction.</summary>
    /// <returns>How many articles they cited, each counted for each post.</returns>
    public static int Purge(StateConnection db, string channel, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Run("DELETE FROM cited_post WHERE channel = $1 AND at < $2", channel, before);
    }

    /// <summary>Adds a delivered post, and forgets those that are too old.</summary>
    public Task AddAsync(CitedPost post, IReadOnlyCollection<string> sources, CancellationToken cancellationToken) =>
        sources.Count == 0
            ? Task.CompletedTask
            : database.WriteAsync(
                db =>
                {
                    Add(db, post, sources, time.GetUtcNow());
                    return Purge(db, post.Channel, time.GetUtcNow() - KeptFor);
                },
                cancellationToken
            );

    /// <summary>Returns the delivered posts that cite an article.</summary>
    public Task<IReadOnlyList<CitedPost>> FindAsync(string source, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
                db.Rows(
                    "SELECT channel, reference, conversation, message FROM cited_post WHERE source = $1 AND message IS NOT NULL",
                    row => new CitedPost(row.GetString(0), row.GetString(1), row.GetString(2), row.GetString(3)),
                    source
                ),
            cancellationToken
        );

    /// <summary>Forgets a post.</summary>
    public Task ForgetAsync(CitedPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        return database.WriteAsync(
            db => db.Run("DELETE FROM cited_post WHERE channel = $1 AND reference = $2", post.Channel, post.Reference),
            cancellationToken
        );
    }
}
