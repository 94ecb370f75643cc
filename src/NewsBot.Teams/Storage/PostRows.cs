using System.Data.Common;
using System.Globalization;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Teams.Storage;

/// <summary>Represents the table of posts.</summary>
internal static class PostRows
{
    /// <summary>Specifies this channel's name among the channels.</summary>
    public const string Channel = "teams";

    /// <summary>Specifies how the key of a notice begins that an article was withdrawn.</summary>
    public const string WithdrawalKey = "withdrawn-";

    /// <summary>Adds a post; of several hosts, the one that works in the conversation delivers it.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="turn">The message that it answers; null for none.</param>
    /// <param name="post">The post.</param>
    /// <param name="at">The time.</param>
    /// <param name="host">This host; null where there is only one.</param>
    public static AddedPost Add(StateConnection db, long? turn, OutgoingPost post, DateTimeOffset at, string? host)
    {
        var other = host is null || turn is not null ? null : HostRows.HandTo(db, post.Conversation, host);
        var added = Insert(db, turn, post, at, other ?? host, isHanded: other is not null) with { IsOurs = other is null };
        if (added.IsNew)
            CitedPosts.Add(db, new CitedPost(Channel, Reference(added.Post), post.Conversation, null), post.Sources, at);
        return added;
    }

    private static string Reference(long post) => post.ToString(CultureInfo.InvariantCulture);

    private static AddedPost Insert(StateConnection db, long? turn, OutgoingPost post, DateTimeOffset at, string? owner, bool isHanded) =>
        db.Value(
            """
            INSERT INTO teams_posts (turn, kind, conversation, service_url, tenant, target, answer, body, key, state, at, host, handed)
              VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, $10, $11, $12)
            ON CONFLICT (key) WHERE key IS NOT NULL DO NOTHING RETURNING id
            """,
            turn,
            (int)post.Kind,
            post.Conversation,
            post.ServiceUrl,
            post.TenantId,
            post.Target,
            post.AnswerId,
            post.Body,
            post.Key,
            at,
            owner,
            isHanded
        )
            is long id
            ? new AddedPost(true, id)
            : new AddedPost(false, (long)db.Value("SELECT id FROM teams_posts WHERE key = $1", post.Key)!);

    public static StoredPost? Find(StateConnection db, long id) =>
        db.Rows(
                "SELECT id, kind, conversation, service_url, tenant, target, answer, body, tries, uncertain, due, key, seen_conversation, seen_activity FROM teams_posts WHERE id = $1 AND state < 2",
                row => new StoredPost(
                    row.GetInt64(0),
                    new OutgoingPost
                    {
                        Kind = (PostKind)row.GetInt32(1),
                        Conversation = row.GetString(2),
                        ServiceUrl = row.GetString(3),
                        TenantId = row.TextOrNull(4),
                        Target = row.TextOrNull(5),
                        AnswerId = row.TextOrNull(6),
                        Body = row.GetFieldValue<byte[]>(7),
                        Key = row.TextOrNull(11),
                    },
                    row.GetInt32(8),
                    row.GetInt32(9),
                    row.TimeOrNull(10),
                    row.TextOrNull(12) is { } conversation && row.TextOrNull(13) is { } activity
                        ? new MessageAddress(conversation, activity)
                        : null
                ),
                id
            )
            .SingleOrDefault();

    public static PostState? State(StateConnection db, long id) =>
        db.Rows(
                "SELECT state, reason, uncertain FROM teams_posts WHERE id = $1",
                row => new PostState(row.GetInt32(0) >= 2, row.GetInt32(0) == 3 ? row.TextOrNull(1) : null, row.GetInt32(2)),
                id
            )
            .SingleOrDefault();

    /// <summary>
    /// Forgets a reported message: the look-up did not find it, or failed; only the former settles the fate of the attempt.
    /// </summary>
    public static int ForgetSeen(StateConnection db, long id, bool isNotThere) =>
        db.Run(
            "UPDATE teams_posts SET seen_conversation = NULL, seen_activity = NULL, uncertain = uncertain - $2 WHERE id = $1 AND state < 2 AND seen_activity IS NOT NULL",
            id,
            isNotThere ? 1 : 0
        );

    public static int Settle(StateConnection db, long id, PostSettlement settlement)
    {
        var uncertain = settlement.FateUnknown ? 1 : 0;
        if (settlement.IsDelivered)
        {
            CitedPosts.Deliver(
                db,
                Channel,
                Reference(id),
                settlement.Seen is { } seen ? $"{seen.Conversation}\n{seen.Activity}" : settlement.ActivityId ?? ""
            );
            // Some clients accept a message without naming it: it is delivered all the same, under an empty name.
            db.Run(
                "UPDATE teams_answers SET activity = $2 WHERE id = (SELECT answer FROM teams_posts WHERE id = $1)",
                id,
                settlement.ActivityId ?? ""
            );
            return db.Run(
                "UPDATE teams_posts SET state = 2, body = NULL, tries = tries + 1, uncertain = uncertain - $3, tried = $2 WHERE id = $1 AND state < 2",
                id,
                settlement.At,
                settlement.WasFound ? 1 : 0
            );
        }

        if (settlement.Body is { } body)
        {
            return db.Run(
                "UPDATE teams_posts SET state = 0, body = $2, due = NULL, tries = tries + 1, tried = $3 WHERE id = $1 AND state < 2",
                id,
                body,
                settlement.At
            );
        }

        return settlement.DeadReason is { } reason
            ? db.Run(
                "UPDATE teams_posts SET state = 3, reason = $2, tries = tries + 1, uncertain = uncertain + $3, tried = $4 WHERE id = $1 AND state < 2",
                id,
                reason,
                uncertain,
                settlement.At
            )
            : db.Run(
                """
                UPDATE teams_posts SET state = 0, due = $2, tries = tries + 1, uncertain = uncertain + $3, tried = $4,
                    seen_conversation = COALESCE($5, seen_conversation), seen_activity = COALESCE($6, seen_activity) WHERE id = $1 AND state < 2
                """,
                id,
                settlement.RetryAt,
                uncertain,
                settlement.At,
                settlement.Seen?.Conversation,
                settlement.Seen?.Activity
            );
    }

    /// <summary>Enumerates the unfinished work. Posts come before messages, because they answer earlier messages.</summary>
    public static IReadOnlyList<UnfinishedWork> TakeUp(StateConnection db)
    {
        var posts = db.Rows("SELECT conversation, id, due, state FROM teams_posts WHERE state < 2 ORDER BY id", Unfinished);
        db.Run("UPDATE teams_posts SET state = 0, tries = tries + 1, uncertain = uncertain + 1 WHERE state = 1");
        var turns = db.Rows("SELECT conversation, id FROM teams_turns WHERE finished IS NULL ORDER BY id", UnfinishedTurn);
        return [.. posts, .. turns];
    }

    public static UnfinishedWork Unfinished(DbDataReader row) =>
        new(row.GetString(0), null, row.GetInt64(1), row.TimeOrNull(2), row.GetInt32(3) == 1);

    public static UnfinishedWork UnfinishedTurn(DbDataReader row) => new(row.GetString(0), row.GetInt64(1), null, null, false);

    public static string? Revive(StateConnection db, long id, DateTimeOffset at, string? host) =>
        db.Value(
            $"""
            UPDATE teams_posts SET state = 0, reason = NULL, tries = 0, uncertain = 0, due = NULL, seen_conversation = NULL, seen_activity = NULL, at = $2, host = $3, handed = 0
            WHERE id = $1 AND state = 3 AND (key IS NULL OR key LIKE '{WithdrawalKey}%') RETURNING conversation
            """,
            id,
            at,
            host
        ) as string;

    public static IReadOnlyList<DeadLetter> Dead(StateConnection db, int top) =>
        db.Rows(
            "SELECT id, conversation, reason, tries, tried, body, key FROM teams_posts WHERE state = 3 ORDER BY id DESC LIMIT $1",
            row => new DeadLetter(
                row.GetInt64(0),
                row.GetString(1),
                row.GetString(2),
                row.GetInt32(3),
                row.Time(4),
                row.GetFieldValue<byte[]>(5),
                row.TextOrNull(6) is not { } key || key.StartsWith(WithdrawalKey, StringComparison.Ordinal)
            ),
            top
        );
}
