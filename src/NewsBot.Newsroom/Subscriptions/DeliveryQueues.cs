using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Provides the queues of digests, alerts and the posts to programs: what is due and has not ended.</summary>
public static class DeliveryQueues
{
    // Given up are those whose last post did not arrive, as far as is known; the next post covers what it covered.
    private const string Sql = """
        SELECT
          (SELECT count(*) FROM subscription WHERE due_at <= $1 AND {0}) + (SELECT count(*) FROM delivery JOIN subscription ON id = subscription
            WHERE accepted IS NOT NULL AND {0}),
          (SELECT min(at) FROM (SELECT due_at AS at FROM subscription WHERE due_at <= $1 AND {0} UNION ALL
            SELECT at FROM delivery JOIN subscription ON id = subscription WHERE accepted IS NOT NULL AND {0}) AS waiting),
          (SELECT count(*) FROM subscription WHERE {0} AND (SELECT outcome FROM delivery WHERE subscription = id ORDER BY day DESC LIMIT 1) IN (3, 4))
        """;

    private static readonly string Digests = Sql.Replace("{0}", "kind = 0 AND channel <> 'webhook'", StringComparison.Ordinal);
    private static readonly string Alerts = Sql.Replace("{0}", "kind = 1 AND channel <> 'webhook'", StringComparison.Ordinal);
    private static readonly string Webhooks = Sql.Replace("{0}", "channel = 'webhook'", StringComparison.Ordinal);

    /// <summary>Gets the queues.</summary>
    public static IReadOnlyList<QueueReader> All { get; } =
    [
        new("digests", (db, now) => Read(db, Digests, now)),
        new("alerts", (db, now) => Read(db, Alerts, now)),
        new("webhooks", (db, now) => Read(db, Webhooks, now)),
    ];

    private static QueueState Read(StateConnection db, string sql, DateTimeOffset now) =>
        db.Rows(sql, row => new QueueState(row.GetInt32(0), row.TimeOrNull(1), row.GetInt32(2)), now)[0];
}
