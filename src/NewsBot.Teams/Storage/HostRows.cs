using System.Globalization;
using NewsBot.Newsroom.State;

namespace NewsBot.Teams.Storage;

/// <summary>
/// Represents the table of the hosts that share the work. All unfinished work of a conversation belongs to one host, so that its order is
/// kept; what arrives at another one is handed to that host. The work of a host that has not been heard of for a while goes to another.
/// </summary>
internal static class HostRows
{
    /// <summary>Specifies how long after its last sign of life a host counts as alive.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Specifies how long a host must have given signs of life before it takes work from others: after an outage of the database, all hosts
    /// look dead to the first one that is back.
    /// </summary>
    public static readonly TimeSpan Settling = TimeSpan.FromSeconds(5);

    private const string OfTheDead = "(host IS NULL OR host NOT IN (SELECT host FROM teams_hosts WHERE alive_until >= $2))";

    /// <summary>
    /// Returns the host to which further work of a conversation is handed: the one that works there, alive or not, or this one where it
    /// has yet to take what others handed to it there. Empty: work without a host, as after a migration. Null: nothing is in the way.
    /// </summary>
    public static string? HandTo(StateConnection db, string conversation, string host) =>
        db.Value(
            """
            SELECT owner FROM (SELECT COALESCE(host, '') AS owner, handed FROM teams_turns WHERE conversation = $1 AND finished IS NULL
              UNION ALL SELECT COALESCE(host, ''), handed FROM teams_posts WHERE conversation = $1 AND state < 2) AS waiting
            WHERE owner <> $2 OR handed = 1 ORDER BY CASE WHEN owner <> $2 THEN 0 ELSE 1 END LIMIT 1
            """,
            conversation,
            host
        ) as string;

    /// <summary>Records that a host is alive.</summary>
    public static void Beat(StateConnection db, string host, DateTimeOffset now) =>
        db.Run(
            "INSERT INTO teams_hosts (host, alive_until) VALUES ($1, $2) ON CONFLICT (host) DO UPDATE SET alive_until = excluded.alive_until",
            host,
            now + Lease
        );

    /// <summary>Returns the number of hosts that are alive.</summary>
    public static int Alive(StateConnection db, DateTimeOffset now) =>
        Convert.ToInt32(db.Value("SELECT COUNT(*) FROM teams_hosts WHERE alive_until >= $1", now), CultureInfo.InvariantCulture);

    /// <summary>Records that a host has stopped: others take what it left at once.</summary>
    public static int Leave(StateConnection db, string host) => db.Run("DELETE FROM teams_hosts WHERE host = $1", host);

    /// <summary>Takes the work that others handed to a host and, if it may, what dead hosts left.</summary>
    public static IReadOnlyList<UnfinishedWork> TakeUp(StateConnection db, string host, DateTimeOffset now, bool mayTakeOver)
    {
        // Both conditions name both values, since PostgreSQL must learn the type of each.
        var taken = mayTakeOver ? $"(host = $1 AND handed = 1 OR {OfTheDead})" : "host = $1 AND handed = 1 AND $2 IS NOT NULL";
        var posts = db.Rows(
            $"SELECT conversation, id, due, state FROM teams_posts WHERE state < 2 AND {taken} ORDER BY id",
            PostRows.Unfinished,
            host,
            now
        );
        var turns = db.Rows(
            $"SELECT conversation, id FROM teams_turns WHERE finished IS NULL AND {taken} ORDER BY id",
            PostRows.UnfinishedTurn,
            host,
            now
        );
        if (posts.Count > 0)
        {
            db.Run($"UPDATE teams_posts SET tries = tries + 1, uncertain = uncertain + 1 WHERE state = 1 AND {taken}", host, now);
            db.Run($"UPDATE teams_posts SET state = 0, host = $1, handed = 0 WHERE state < 2 AND {taken}", host, now);
        }

        if (turns.Count > 0)
            db.Run($"UPDATE teams_turns SET host = $1, handed = 0 WHERE finished IS NULL AND {taken}", host, now);
        if (mayTakeOver)
            db.Run("DELETE FROM teams_hosts WHERE alive_until < $1", now);
        return [.. posts, .. turns];
    }
}
