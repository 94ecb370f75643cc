using System.Text.Json;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Feedback;

/// <summary>Stores what readers of all channels thought of answers. Thread-safe.</summary>
/// <param name="database">A database opened with <see cref="Schema"/>; not disposed of.</param>
/// <param name="most">The number of entries to keep; older ones are dropped.</param>
public sealed class FeedbackStore(StateDatabase database, int most = FeedbackStore.Most)
{
    /// <summary>Specifies the number of entries kept unless another is set.</summary>
    public const int Most = 100_000;

    /// <summary>Gets the table that the store needs.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "page_feedback",
            Steps =
            [
                """
                    CREATE TABLE page_feedback (
                      id INTEGER PRIMARY KEY, question TEXT NOT NULL, answer TEXT NOT NULL, sources TEXT NOT NULL, is_useful INTEGER NOT NULL, at INTEGER NOT NULL);
                    """,
                // One table for all channels. A person's later word on an answer replaces the earlier one.
                """
                    CREATE TABLE feedback (
                      id INTEGER PRIMARY KEY AUTOINCREMENT, channel TEXT NOT NULL, conversation TEXT, person TEXT, answer TEXT, reaction TEXT NOT NULL,
                      comment TEXT, question TEXT, answer_text TEXT, citations TEXT NOT NULL, at INTEGER NOT NULL);
                    CREATE UNIQUE INDEX feedback_by ON feedback (channel, answer, person) WHERE answer IS NOT NULL AND person IS NOT NULL;
                    CREATE INDEX feedback_at ON feedback (at);
                    INSERT INTO feedback (channel, reaction, question, answer_text, citations, at)
                      SELECT 'page', CASE is_useful WHEN 1 THEN 'like' ELSE 'dislike' END, question, answer,
                        (SELECT json_group_array(json_object('source', value, 'quote', '')) FROM json_each(sources)), at
                      FROM page_feedback ORDER BY id;
                    DROP TABLE page_feedback;
                    """,
            ],
        };

    /// <summary>Gets what it has about people. Feedback from the pages names nobody.</summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "feedback",
            Schemas = [Schema],
            Rows =
                $"SELECT json_object('at', {PersonalData.Time("at")}, 'channel', channel, 'conversation', conversation, 'reaction', reaction, 'comment', comment, 'question', question, 'answer', answer_text, 'citations', json(citations)) FROM feedback WHERE channel = $2 AND person = $1 ORDER BY id",
            Deletion = ["DELETE FROM feedback WHERE channel = $2 AND person = $1"],
            Names = "SELECT DISTINCT channel || ':' || person FROM feedback WHERE person = $1",
        };

    /// <summary>Adds a reader's feedback and drops the oldest entries beyond the limit.</summary>
    public Task AddAsync(ReaderFeedback feedback, CancellationToken cancellationToken) =>
        database.WriteAsync(db => Add(db, feedback, most), cancellationToken);

    /// <summary>Does the same within the caller's transaction.</summary>
    /// <returns>The number of entries dropped.</returns>
    public static int Add(StateConnection db, ReaderFeedback feedback, int most = Most)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(feedback);
        db.Run(
            "INSERT OR REPLACE INTO feedback (channel, conversation, person, answer, reaction, comment, question, answer_text, citations, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            feedback.Channel,
            feedback.Conversation,
            feedback.Person,
            feedback.AnswerId,
            feedback.Reaction,
            feedback.Comment,
            feedback.Question,
            feedback.Answer,
            JsonSerializer.Serialize(feedback.Citations, FeedbackJson.Default.IReadOnlyListFeedbackCitation),
            feedback.At
        );
        return db.Run("DELETE FROM feedback WHERE id <= (SELECT MAX(id) FROM feedback) - $1", most);
    }

    /// <summary>Drops the feedback of all channels from before a moment.</summary>
    public Task PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        database.WriteAsync(db => db.Run("DELETE FROM feedback WHERE at < $1", before), cancellationToken);

    /// <summary>Drops the feedback of a channel from before a moment, within the caller's transaction.</summary>
    /// <returns>The number of entries dropped.</returns>
    public static int Purge(StateConnection db, string channel, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Run("DELETE FROM feedback WHERE channel = $1 AND at < $2", channel, before);
    }

    /// <summary>
    /// Returns the questions whose answers got a thumb as lines of an evaluation file (<see cref="Evaluation.EvaluationFile"/>).
    /// </summary>
    public async Task<IReadOnlyList<string>> ExportAsync(CancellationToken cancellationToken) =>
        [.. FeedbackQuestion.Lines(await ReadAsync(most, cancellationToken).ConfigureAwait(false))];

    /// <summary>Returns the feedback, newest first.</summary>
    /// <param name="top">The most entries to return.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<IReadOnlyList<ReaderFeedback>> ReadAsync(int top, CancellationToken cancellationToken) =>
        ReadAsync(top, null, cancellationToken);

    /// <summary>Returns the feedback from before an entry, newest first.</summary>
    /// <param name="top">The most entries to return.</param>
    /// <param name="before">The entry; null: from the newest on.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<IReadOnlyList<ReaderFeedback>> ReadAsync(int top, ReaderFeedback? before, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
                db.Rows(
                    "SELECT id, channel, conversation, person, answer, reaction, comment, question, answer_text, citations, at FROM feedback WHERE $2 IS NULL OR (at, id) < ($2, $3) ORDER BY at DESC, id DESC LIMIT $1",
                    row => new ReaderFeedback
                    {
                        Id = row.GetInt64(0),
                        Channel = row.GetString(1),
                        Conversation = row.TextOrNull(2),
                        Person = row.TextOrNull(3),
                        AnswerId = row.TextOrNull(4),
                        Reaction = row.GetString(5),
                        Comment = row.TextOrNull(6),
                        Question = row.TextOrNull(7),
                        Answer = row.TextOrNull(8),
                        Citations = JsonSerializer.Deserialize(row.GetString(9), FeedbackJson.Default.IReadOnlyListFeedbackCitation) ?? [],
                        At = row.Time(10),
                    },
                    top,
                    before?.At,
                    before?.Id
                ),
            cancellationToken
        );
}
