using System.Text.Json;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Feedback;

/// <summary>Stores what readers of the pages thought of answers. Thread-safe.</summary>
/// <param name="database">A database opened with <see cref="Schema"/>; not disposed of.</param>
/// <param name="most">The number of entries to keep; older ones are dropped.</param>
public sealed class FeedbackStore(StateDatabase database, int most = FeedbackStore.Most)
{
    /// <summary>Specifies the number of entries kept unless another is set.</summary>
    public const int Most = 10_000;

    /// <summary>Gets the tables that the store needs.</summary>
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
            ],
        };

    /// <summary>Adds a reader's feedback and drops the oldest entries beyond the limit.</summary>
    public Task AddAsync(ReaderFeedback feedback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(feedback);
        return database.WriteAsync(
            db =>
                db.Run(
                    "INSERT INTO page_feedback (question, answer, sources, is_useful, at) VALUES ($1, $2, $3, $4, $5)",
                    feedback.Question,
                    feedback.Answer,
                    JsonSerializer.Serialize([.. feedback.Sources], FeedbackJson.Default.StringArray),
                    feedback.IsUseful ? 1 : 0,
                    feedback.At
                ) + db.Run("DELETE FROM page_feedback WHERE id <= (SELECT MAX(id) FROM page_feedback) - $1", most),
            cancellationToken
        );
    }

    /// <summary>Returns the feedback, newest first.</summary>
    /// <param name="top">The most entries to return.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    public Task<IReadOnlyList<ReaderFeedback>> ReadAsync(int top, CancellationToken cancellationToken) =>
        database.ReadAsync(
            db =>
                db.Rows(
                    "SELECT question, answer, sources, is_useful, at FROM page_feedback ORDER BY id DESC LIMIT $1",
                    row => new ReaderFeedback
                    {
                        Question = row.GetString(0),
                        Answer = row.GetString(1),
                        Sources = JsonSerializer.Deserialize(row.GetString(2), FeedbackJson.Default.StringArray) ?? [],
                        IsUseful = row.GetInt64(3) == 1,
                        At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4)),
                    },
                    top
                ),
            cancellationToken
        );
}
