using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Teams.Storage;

/// <summary>The store in one SQLite file with a write-ahead log, synced at each commit.</summary>
internal sealed class SqliteTeamsStore : ITeamsStore, IAsyncDisposable
{
    private readonly GroupCommit _commits;
    private readonly FileStream _lock;

    private SqliteTeamsStore(SqliteConnection connection, FileStream @lock)
    {
        _commits = new GroupCommit(connection);
        _lock = @lock;
    }

    /// <summary>
    /// Opens the file for this process alone; makes it, and its folder, when missing. A second host on the same file would send the posts
    /// that the first has on the wire.
    /// </summary>
    /// <exception cref="StoreException">The file cannot be opened, is in use by another host, is damaged, or was written by a newer version; the message says what to do.</exception>
    public static SqliteTeamsStore Open(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        FileStream? held = null;
        SqliteConnection? connection = null;
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            held = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            connection.Open();
            SqliteSchema.Prepare(connection);
            return new SqliteTeamsStore(connection, held);
        }
        catch (Exception e)
        {
            connection?.Dispose();
            held?.Dispose();
            throw e switch
            {
                IOException when held is null => new StoreException(StoreFailure.Unavailable, $"{path} is in use by another NewsBot, or cannot be written ({e.Message}): stop the other one, or name another folder with --data."),
                SqliteException or UnauthorizedAccessException => new StoreException(StoreFailure.Unavailable, $"{path} cannot be opened ({e.Message}): check the folder's rights, or move the file away to start an empty one."),
                _ => e,
            };
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync();
        await _lock.DisposeAsync();
    }

    public Task<AcceptedTurn> AcceptAsync(InboundTurn turn, Action<long> stored, CancellationToken cancellationToken) => _commits.RunFirstAsync(
        db => db.Value("INSERT INTO turns (key, conversation, received, body) VALUES ($1, $2, $3, $4) ON CONFLICT (key) DO NOTHING RETURNING id",
            turn.Key, turn.Conversation, turn.Received, turn.Body) is long id
            ? new AcceptedTurn(true, id)
            : new AcceptedTurn(false, 0),
        accepted =>
        {
            if (accepted.IsNew)
                stored(accepted.Turn);
        },
        cancellationToken);

    public Task<bool> IsKnownAsync(string key, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => db.Value("SELECT 1 FROM turns WHERE key = $1", key) is not null, cancellationToken);

    public Task<byte[]?> ReadTurnAsync(long turn, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => db.Value("SELECT body FROM turns WHERE id = $1 AND finished IS NULL", turn) as byte[], cancellationToken);

    public Task<IReadOnlyList<long>> FinishTurnAsync(long turn, TurnOutcome outcome, CancellationToken cancellationToken) =>
        _commits.RunAsync<IReadOnlyList<long>>(db => Finish(db, turn, outcome), cancellationToken);

    public Task<AddedPost> AddPostAsync(OutgoingPost post, CancellationToken cancellationToken) =>
        _commits.RunAsync(db => PostRows.Add(db, null, post), cancellationToken);

    public Task<StoredPost?> ReadPostAsync(long post, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => PostRows.Find(db, post), cancellationToken);

    public Task<PostState?> FindPostStateAsync(long post, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => PostRows.State(db, post), cancellationToken);

    public Task ForgetSeenAsync(long post, bool isNotThere, CancellationToken cancellationToken) =>
        _commits.RunAsync(db => PostRows.ForgetSeen(db, post, isNotThere), cancellationToken);

    public Task MarkOnWireAsync(long post, CancellationToken cancellationToken) =>
        _commits.RunAsync(db => db.Run("UPDATE posts SET state = 1 WHERE id = $1 AND state = 0", post), cancellationToken);

    public Task SettleAsync(long post, PostSettlement settlement, CancellationToken cancellationToken) =>
        _commits.RunAsync(db => PostRows.Settle(db, post, settlement), cancellationToken);

    public Task<IReadOnlyList<UnfinishedWork>> TakeUpAsync(CancellationToken cancellationToken) =>
        _commits.RunAsync<IReadOnlyList<UnfinishedWork>>(PostRows.TakeUp, cancellationToken);

    public Task<IReadOnlyList<DateTimeOffset>> RecentSendsAsync(string conversation, DateTimeOffset since, CancellationToken cancellationToken) =>
        _commits.ReadAsync<IReadOnlyList<DateTimeOffset>>(
            db => db.Rows("SELECT tried FROM posts WHERE conversation = $1 AND tried >= $2 ORDER BY tried", row => row.Time(0), conversation, since), cancellationToken);

    public Task<ConversationReference?> FindReferenceAsync(string conversationOrPerson, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => ReferenceRows.Find(db, conversationOrPerson), cancellationToken);

    public Task<GivenAnswer?> FindAnswerAsync(string id, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => AnswerRows.Find(db, "id = $1", id), cancellationToken);

    public Task<GivenAnswer?> FindAnswerInAsync(string conversation, string? activityId, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => activityId is null
            ? AnswerRows.Find(db, "conversation = $1 AND activity IS NOT NULL", conversation)
            : AnswerRows.Find(db, "conversation = $1 AND activity = $2", conversation, activityId) ?? AnswerRows.Find(db, "conversation = $1 AND activity = ''", conversation), cancellationToken);

    public Task<GivenAnswer?> FindAnswerToAsync(string conversation, string questionActivityId, CancellationToken cancellationToken) =>
        _commits.ReadAsync(db => AnswerRows.Find(db, "conversation = $1 AND question_activity = $2", conversation, questionActivityId), cancellationToken);

    public Task AddFeedbackAsync(AnswerFeedback feedback, CancellationToken cancellationToken) =>
        _commits.RunAsync(db => AnswerRows.AddFeedback(db, feedback), cancellationToken);

    public Task<IReadOnlyList<AnswerFeedback>> ReadFeedbackAsync(int top, CancellationToken cancellationToken) =>
        _commits.ReadAsync<IReadOnlyList<AnswerFeedback>>(db => AnswerRows.Feedback(db, top), cancellationToken);

    public Task<IReadOnlyList<DeadLetter>> ReadDeadLettersAsync(int top, CancellationToken cancellationToken) =>
        _commits.ReadAsync<IReadOnlyList<DeadLetter>>(db => PostRows.Dead(db, top), cancellationToken);

    public Task<TeamsStoreCounts> CountAsync(CancellationToken cancellationToken) => _commits.ReadAsync(
        db => new TeamsStoreCounts(
            Count(db, "SELECT COUNT(*) FROM turns WHERE finished IS NULL"),
            Count(db, "SELECT COUNT(*) FROM posts WHERE state < 2"),
            Count(db, "SELECT COUNT(*) FROM posts WHERE state = 3"),
            Count(db, "SELECT COALESCE(SUM(uncertain), 0) FROM posts WHERE uncertain > 0")), cancellationToken);

    public Task PurgeAsync(DateTimeOffset finishedBefore, DateTimeOffset answersBefore, CancellationToken cancellationToken) => _commits.RunAsync(
        db => db.Run("DELETE FROM turns WHERE finished < $1", finishedBefore)
            + db.Run("DELETE FROM posts WHERE state = 2 AND tried < $1", finishedBefore)
            + db.Run("DELETE FROM posts WHERE state = 3 AND tried < $1", answersBefore)
            + db.Run("DELETE FROM answers WHERE at < $1", answersBefore)
            + db.Run("DELETE FROM feedback WHERE at < $1", answersBefore), cancellationToken);

    private static List<long> Finish(SqliteConnection db, long turn, TurnOutcome outcome)
    {
        if (db.Run("UPDATE turns SET finished = $2, body = NULL WHERE id = $1 AND finished IS NULL", turn, outcome.At) == 0)
            return [];
        if (outcome.Left is { } left)
            ReferenceRows.Remove(db, left);
        if (outcome.Joined is { } joined)
            ReferenceRows.Put(db, joined);
        if (outcome.Answer is { } answer)
            AnswerRows.Add(db, answer);
        if (outcome.Feedback is { } feedback)
            AnswerRows.AddFeedback(db, feedback);
        if (outcome.Welcomes is { } welcomed && db.Run("INSERT INTO welcomed (conversation, at) VALUES ($1, $2) ON CONFLICT DO NOTHING", welcomed, outcome.At) == 0)
            return [];
        return [.. outcome.Posts.Select(post => PostRows.Add(db, turn, post).Post)];
    }

    private static int Count(SqliteConnection db, string sql) => Convert.ToInt32(db.Value(sql), CultureInfo.InvariantCulture);
}
