using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;

namespace NewsBot.Newsroom.Audit;

/// <summary>Represents the table of the audit log, within the caller's transaction.</summary>
public static class AuditTable
{
    /// <summary>Gets the table.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "audit",
            Steps =
            [
                """
                    CREATE TABLE audit (
                      id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, channel TEXT NOT NULL, who TEXT, name TEXT, action TEXT NOT NULL,
                      target TEXT, question TEXT, desk TEXT, outcome TEXT);
                    CREATE INDEX audit_at ON audit (at);
                    CREATE INDEX audit_who ON audit (who);
                    """,
                "ALTER TABLE audit ADD COLUMN milliseconds INTEGER",
            ],
        };

    /// <summary>Gets what the log has about people. That something was done stays; who did it does not.</summary>
    public static PersonalData PersonalData { get; } =
        new()
        {
            Kind = "audit",
            Schemas = [Schema],
            Rows =
                $"SELECT json_object('at', {PersonalData.Time("at")}, 'channel', channel, 'name', name, 'action', action, 'target', target, 'question', question, 'desk', desk, 'outcome', outcome) FROM audit WHERE who = $4 ORDER BY id",
            Deletion =
            [
                "UPDATE audit SET target = $3 WHERE target = $1 AND action IN ('desk_set', 'desk_cleared')",
                "UPDATE audit SET who = $3, name = NULL, question = NULL WHERE who = $4",
            ],
            Names =
                "SELECT DISTINCT who FROM audit WHERE who IS NOT NULL AND (name = $1 COLLATE NOCASE OR substr(who, instr(who, ':') + 1) = $1)",
            Left = "under a pseudonym, without names and questions",
        };

    /// <summary>Adds an entry.</summary>
    public static int Add(StateConnection db, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entry);
        return db.Run(
            "INSERT INTO audit (at, channel, who, name, action, target, question, desk, outcome, milliseconds) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            entry.At,
            entry.By.Channel,
            entry.By.Id,
            entry.By.Name,
            NameOf(entry.Action),
            entry.Target,
            entry.Question,
            entry.Desk,
            entry.Outcome,
            entry.Elapsed is { } elapsed ? (long)elapsed.TotalMilliseconds : null
        );
    }

    /// <summary>Removes the entries from before a moment.</summary>
    /// <returns>Their number.</returns>
    public static int Purge(StateConnection db, DateTimeOffset before)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Run("DELETE FROM audit WHERE at < $1", before);
    }

    /// <summary>Returns entries, newest first.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="since">The earliest time.</param>
    /// <param name="who">A name in any case, or an id with or without its channel; null: everyone.</param>
    /// <param name="before">Only entries with a smaller number.</param>
    /// <param name="most">The most entries to return.</param>
    public static IReadOnlyList<AuditEntry> Read(StateConnection db, DateTimeOffset since, string? who, long before, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Rows(
            """
            SELECT id, at, channel, who, name, action, target, question, desk, outcome, milliseconds FROM audit
            WHERE id < $1 AND at >= $2 AND ($3 IS NULL OR who = $3 OR substr(who, instr(who, ':') + 1) = $3 OR name = $3 COLLATE NOCASE)
            ORDER BY id DESC LIMIT $4
            """,
            EntryOf,
            before,
            since,
            who,
            most
        );
    }

    /// <summary>Returns the questions that were declined or took long, newest first.</summary>
    /// <param name="db">The connection.</param>
    /// <param name="slow">From which time on a question took long.</param>
    /// <param name="desk">Only those asked with the rights of this desk; null: all.</param>
    /// <param name="before">Only entries with a smaller number.</param>
    /// <param name="most">The most entries to return.</param>
    public static IReadOnlyList<AuditEntry> Troubled(StateConnection db, TimeSpan slow, string? desk, long before, int most)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Rows(
            """
            SELECT id, at, channel, who, name, action, target, question, desk, outcome, milliseconds FROM audit
            WHERE id < $1 AND action = 'asked' AND (outcome = 'declined' OR milliseconds >= $2) AND ($3 IS NULL OR desk = $3)
            ORDER BY id DESC LIMIT $4
            """,
            EntryOf,
            before,
            (long)slow.TotalMilliseconds,
            desk,
            most
        );
    }

    /// <summary>Returns the name under which an action is stored and listed, such as <c>article_read</c>.</summary>
    public static string NameOf(AuditAction action) => JsonNamingPolicy.SnakeCaseLower.ConvertName(action.ToString());

    private static AuditEntry EntryOf(SqliteDataReader row) =>
        new()
        {
            Id = row.GetInt64(0),
            At = row.Time(1),
            By = new AuditActor(row.GetString(2), row.TextOrNull(3), row.TextOrNull(4)),
            Action = ActionOf(row.GetString(5)),
            Target = row.TextOrNull(6),
            Question = row.TextOrNull(7),
            Desk = row.TextOrNull(8),
            Outcome = row.TextOrNull(9),
            Elapsed = row.IsDBNull(10) ? null : TimeSpan.FromMilliseconds(row.GetInt64(10)),
        };

    private static AuditAction ActionOf(string name) =>
        Enum.Parse<AuditAction>(name.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}
