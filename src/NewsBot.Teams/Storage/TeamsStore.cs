using System.Globalization;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Teams.Storage;

/// <summary>
/// Stores everything in the state database, and locks its folder until it is disposed of. Hosts that share the database share the work.
/// </summary>
internal sealed class TeamsStore(HostLock held, StateDatabase database, TimeProvider? time = null) : ITeamsStore, IDisposable
{
    // Another one after each start: what the run before left is taken up as that of any other host.
    private readonly string? host = database.IsShared ? Guid.NewGuid().ToString("N") : null;
    private readonly TimeProvider time = time ?? TimeProvider.System;
    private DateTimeOffset? beatingSince;
    private DateTimeOffset lastBeat;
    private volatile int hosts = 1;

    /// <inheritdoc />
    public bool IsShared => host is not null;

    /// <inheritdoc />
    public int Hosts => hosts;

    /// <summary>Gets the tables, and the place where an earlier version kept their rows.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "teams",
            Steps =
            [
                TeamsTables.Sql,
                // Feedback of all channels is in one table.
                """
                    INSERT INTO feedback (channel, conversation, person, reaction, comment, question, answer_text, citations, at)
                      SELECT 'teams', conversation, person, reaction, comment, question, answer_text,
                        (SELECT json_group_array(json_object('source', '', 'quote', '', 'passage', value)) FROM json_each(passages)), at
                      FROM teams_feedback ORDER BY id;
                    DROP TABLE teams_feedback;
                    """,
                // Who asked.
                """
                    ALTER TABLE teams_answers ADD COLUMN person TEXT;
                    CREATE INDEX teams_answers_person ON teams_answers (person) WHERE person IS NOT NULL;
                    """,
                // Since when a post waits; unknown of earlier ones.
                "ALTER TABLE teams_posts ADD COLUMN at INTEGER",
                // Which of several hosts answers or delivers; NULL where there is only one. handed: another one put it there.
                """
                    ALTER TABLE teams_turns ADD COLUMN host TEXT;
                    ALTER TABLE teams_turns ADD COLUMN handed INTEGER NOT NULL DEFAULT 0;
                    ALTER TABLE teams_posts ADD COLUMN host TEXT;
                    ALTER TABLE teams_posts ADD COLUMN handed INTEGER NOT NULL DEFAULT 0;
                    CREATE TABLE teams_hosts (host TEXT PRIMARY KEY, alive_until INTEGER NOT NULL) WITHOUT ROWID;
                    """,
            ],
            PostgresSteps = [TeamsTables.Postgres],
            Predecessor = new StatePredecessor(
                "teams.db",
                [
                    ("turns", "teams_turns"),
                    ("posts", "teams_posts"),
                    ("answers", "teams_answers"),
                    ("feedback", "teams_feedback"),
                    ("conversations", "teams_conversations"),
                    ("welcomed", "teams_welcomed"),
                ]
            ),
        };

    /// <summary>
    /// Gets the answers to people, with the posts that carried them and could not be delivered. Their personal chats are forgotten, too.
    /// </summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "teamsAnswers",
            Schemas = [FeedbackStore.Schema, CitedPosts.Schema, Schema],
            Rows = $"SELECT at, conversation, question, text, citations FROM teams_answers WHERE {IsPersons} ORDER BY at",
            Export = row =>
                new()
                {
                    ["at"] = PersonalData.Time(row, 0),
                    ["conversation"] = row.GetString(1),
                    ["question"] = row.GetString(2),
                    ["answer"] = row.GetString(3),
                    ["citations"] = JsonNode.Parse(row.GetString(4)),
                },
            Deletion =
            [
                $"DELETE FROM teams_posts WHERE state >= 2 AND answer IN (SELECT id FROM teams_answers WHERE {IsPersons})",
                $"DELETE FROM teams_welcomed WHERE conversation IN ({Chats})",
                $"DELETE FROM teams_conversations WHERE conversation IN ({Chats})",
                $"DELETE FROM teams_answers WHERE {IsPersons}",
            ],
            Names = "SELECT DISTINCT 'teams:' || person FROM teams_answers WHERE person = $1",
        };

    private const string IsPersons = "person = $1 AND $2 = 'teams'";

    private const string Chats =
        $"SELECT conversation FROM teams_conversations WHERE kind = 'personal' AND conversation IN (SELECT conversation FROM teams_answers WHERE {IsPersons})";

    public void Dispose() => held.Dispose();

    public Task<AcceptedTurn> AcceptAsync(InboundTurn turn, Action<long> stored, CancellationToken cancellationToken) =>
        database.WriteFirstAsync(
            db =>
            {
                var other = host is null ? null : HostRows.HandTo(db, turn.Conversation, host);
                return
                    db.Value(
                        "INSERT INTO teams_turns (key, conversation, received, body, host, handed) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (key) DO NOTHING RETURNING id",
                        turn.Key,
                        turn.Conversation,
                        turn.Received,
                        turn.Body,
                        other ?? host,
                        other is not null
                    )
                        is long id
                    ? new AcceptedTurn(true, id, other is null)
                    : new AcceptedTurn(false, 0);
            },
            accepted =>
            {
                if (accepted.IsNew && accepted.IsOurs)
                    stored(accepted.Turn);
            },
            cancellationToken
        );

    public Task<bool> IsKnownAsync(string key, CancellationToken cancellationToken) =>
        database.ReadAsync(db => db.Value("SELECT 1 FROM teams_turns WHERE key = $1", key) is not null, cancellationToken);

    public Task<byte[]?> ReadTurnAsync(long turn, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => db.Value("SELECT body FROM teams_turns WHERE id = $1 AND finished IS NULL", turn) as byte[],
            cancellationToken
        );

    public Task<IReadOnlyList<long>> FinishTurnAsync(long turn, TurnOutcome outcome, CancellationToken cancellationToken) =>
        database.WriteAsync<IReadOnlyList<long>>(db => Finish(db, turn, outcome), cancellationToken);

    public Task<AddedPost> AddPostAsync(OutgoingPost post, CancellationToken cancellationToken) =>
        database.WriteAsync(db => PostRows.Add(db, null, post, time.GetUtcNow(), host), cancellationToken);

    public Task<StoredPost?> ReadPostAsync(long post, CancellationToken cancellationToken) =>
        database.ReadAsync(db => PostRows.Find(db, post), cancellationToken);

    public Task<PostState?> FindPostStateAsync(long post, CancellationToken cancellationToken) =>
        database.ReadAsync(db => PostRows.State(db, post), cancellationToken);

    public Task ForgetSeenAsync(long post, bool isNotThere, CancellationToken cancellationToken) =>
        database.WriteAsync(db => PostRows.ForgetSeen(db, post, isNotThere), cancellationToken);

    public Task<bool> MarkOnWireAsync(long post, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
                db.Run("UPDATE teams_posts SET state = 1 WHERE id = $1 AND state = 0 AND ($2 IS NULL OR host = $2)", post, host) == 1
                || host is null,
            cancellationToken
        );

    public Task SettleAsync(long post, PostSettlement settlement, CancellationToken cancellationToken) =>
        database.WriteAsync(db => PostRows.Settle(db, post, settlement), cancellationToken);

    public Task<IReadOnlyList<UnfinishedWork>> TakeUpAsync(
        Action<IReadOnlyList<UnfinishedWork>> taken,
        CancellationToken cancellationToken
    ) => database.WriteFirstAsync(host is null ? PostRows.TakeUp : db => TakeUp(db, host), taken, cancellationToken);

    public Task LeaveAsync(CancellationToken cancellationToken) =>
        host is null ? Task.CompletedTask : database.WriteAsync(db => HostRows.Leave(db, host), cancellationToken);

    public Task<IReadOnlyList<DateTimeOffset>> RecentSendsAsync(
        string conversation,
        DateTimeOffset since,
        CancellationToken cancellationToken
    ) =>
        database.ReadAsync(
            db =>
                db.Rows(
                    "SELECT tried FROM teams_posts WHERE conversation = $1 AND tried >= $2 ORDER BY tried",
                    row => row.Time(0),
                    conversation,
                    since
                ),
            cancellationToken
        );

    public Task<ConversationReference?> FindReferenceAsync(string conversation, CancellationToken cancellationToken) =>
        database.ReadAsync(db => ReferenceRows.Find(db, conversation), cancellationToken);

    public Task<GivenAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken) =>
        database.ReadAsync(db => AnswerRows.Find(db, "id = $1", id), cancellationToken);

    public Task<GivenAnswer?> FindAnswerInAsync(string conversation, string? activityId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
                activityId is null
                    ? AnswerRows.Find(db, "conversation = $1 AND activity IS NOT NULL", conversation)
                    : AnswerRows.Find(db, "conversation = $1 AND activity = $2", conversation, activityId)
                        ?? AnswerRows.Find(db, "conversation = $1 AND activity = ''", conversation),
            cancellationToken
        );

    public Task<GivenAnswer?> FindAnswerToAsync(string conversation, string questionActivityId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => AnswerRows.Find(db, "conversation = $1 AND question_activity = $2", conversation, questionActivityId),
            cancellationToken
        );

    public Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int top, CancellationToken cancellationToken) =>
        database.ReadAsync(db => PostRows.Dead(db, top), cancellationToken);

    public Task<string?> ReviveAsync(long post, DateTimeOffset at, CancellationToken cancellationToken) =>
        database.WriteAsync(db => PostRows.Revive(db, post, at, host), cancellationToken);

    public Task<TeamsStoreCounts> CountAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            db => new TeamsStoreCounts(
                Count(db, "SELECT COUNT(*) FROM teams_turns WHERE finished IS NULL"),
                Count(db, "SELECT COUNT(*) FROM teams_posts WHERE state < 2"),
                Count(db, "SELECT COUNT(*) FROM teams_posts WHERE state = 3"),
                Count(db, "SELECT COALESCE(SUM(uncertain), 0) FROM teams_posts WHERE uncertain > 0")
            ),
            cancellationToken
        );

    public Task PurgeAsync(DateTimeOffset finishedBefore, DateTimeOffset answersBefore, CancellationToken cancellationToken) =>
        database.WriteAsync(
            db =>
                db.Run("DELETE FROM teams_turns WHERE finished < $1", finishedBefore)
                + db.Run("DELETE FROM teams_posts WHERE state = 2 AND tried < $1", finishedBefore)
                + db.Run("DELETE FROM teams_posts WHERE state = 3 AND tried < $1", answersBefore)
                + CitedPosts.Purge(db, PostRows.Channel, answersBefore)
                + db.Run("DELETE FROM teams_answers WHERE at < $1", answersBefore)
                + FeedbackStore.Purge(db, PostRows.Channel, answersBefore),
            cancellationToken
        );

    private IReadOnlyList<UnfinishedWork> TakeUp(StateConnection db, string host)
    {
        var now = time.GetUtcNow();
        if (beatingSince is null || now - lastBeat > HostRows.Settling)
            beatingSince = now;
        lastBeat = now;
        HostRows.Beat(db, host, now);
        hosts = HostRows.Alive(db, now);
        return HostRows.TakeUp(db, host, now, mayTakeOver: now - beatingSince >= HostRows.Settling);
    }

    private List<long> Finish(StateConnection db, long turn, TurnOutcome outcome)
    {
        // Nothing is done where another host has taken the message over, because this one was away for too long.
        if (
            db.Run(
                "UPDATE teams_turns SET finished = $2, body = NULL WHERE id = $1 AND finished IS NULL AND ($3 IS NULL OR host = $3)",
                turn,
                outcome.At,
                host
            ) == 0
        )
            return [];
        if (outcome.Left is { } left)
            ReferenceRows.Remove(db, left);
        if (outcome.Joined is { } joined)
            ReferenceRows.Put(db, joined);
        if (outcome.Answer is { } answer)
            AnswerRows.Add(db, answer);
        if (outcome.Feedback is { } feedback)
            FeedbackStore.Add(db, feedback);
        if (
            outcome.Welcomes is { } welcomed
            && db.Run("INSERT INTO teams_welcomed (conversation, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", welcomed, outcome.At) == 0
        )
            return [];
        return [.. outcome.Posts.Select(post => PostRows.Add(db, turn, post, outcome.At, host).Post)];
    }

    private static int Count(StateConnection db, string sql) => Convert.ToInt32(db.Value(sql), CultureInfo.InvariantCulture);
}
