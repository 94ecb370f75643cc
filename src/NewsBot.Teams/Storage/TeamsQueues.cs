using NewsBot.Newsroom.State;

namespace NewsBot.Teams.Storage;

/// <summary>Provides the queues of Teams: messages that wait for their answer, and posts that wait for delivery or were given up.</summary>
internal static class TeamsQueues
{
    public static IReadOnlyList<QueueReader> All { get; } =
    [
        new("teams.inbox", (db, _) => Read(db, "SELECT count(*), min(received), 0 FROM teams_turns WHERE finished IS NULL")),
        new(
            "teams.outbox",
            (db, _) =>
                Read(db, "SELECT count(*), min(at), (SELECT count(*) FROM teams_posts WHERE state = 3) FROM teams_posts WHERE state < 2")
        ),
    ];

    private static QueueState Read(StateConnection db, string sql) =>
        db.Rows(sql, row => new QueueState(row.GetInt32(0), row.TimeOrNull(1), row.GetInt32(2)))[0];
}
