using System.Text.Json;
using NewsBot.Newsroom.State;

namespace NewsBot.Teams.Storage;

/// <summary>Represents the table of answers.</summary>
internal static class AnswerRows
{
    public static void Add(StateConnection db, GivenAnswer answer) =>
        db.Run(
            "INSERT INTO teams_answers (id, conversation, question_activity, activity, question, text, citations, at, person) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            answer.Id,
            answer.Conversation,
            answer.QuestionActivityId,
            answer.ActivityId,
            answer.Question,
            answer.Text,
            JsonSerializer.Serialize(answer.Citations, StorageJson.Default.IReadOnlyListGivenCitation),
            answer.At,
            answer.Person
        );

    /// <summary>Returns the newest answer that meets the condition, which must be a literal.</summary>
    public static GivenAnswer? Find(StateConnection db, string condition, params ReadOnlySpan<object?> values) =>
        db.Rows(
                $"SELECT id, conversation, question_activity, activity, question, text, citations, at, person FROM teams_answers WHERE {condition} ORDER BY at DESC, id DESC LIMIT 1",
                row => new GivenAnswer
                {
                    Id = row.GetString(0),
                    Conversation = row.GetString(1),
                    QuestionActivityId = row.TextOrNull(2),
                    ActivityId = row.TextOrNull(3) is { Length: > 0 } activity ? activity : null,
                    Question = row.GetString(4),
                    Text = row.GetString(5),
                    Citations = JsonSerializer.Deserialize(row.GetString(6), StorageJson.Default.IReadOnlyListGivenCitation) ?? [],
                    At = row.Time(7),
                    Person = row.TextOrNull(8),
                },
                values
            )
            .SingleOrDefault();
}
