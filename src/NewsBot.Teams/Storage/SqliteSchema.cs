using Microsoft.Data.Sqlite;
using NewsBot.Archive.Store;

namespace NewsBot.Teams.Storage;

/// <summary>The tables of the SQLite store. A step once released is never changed: the next change is a further step.</summary>
internal static class SqliteSchema
{
    private static readonly string[] Steps =
    [
        """
        CREATE TABLE turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL,
            received INTEGER NOT NULL,
            body BLOB,                       -- null when finished
            finished INTEGER
        );
        CREATE INDEX turns_waiting ON turns (id) WHERE finished IS NULL;
        CREATE INDEX turns_finished ON turns (finished) WHERE finished IS NOT NULL;
        CREATE TABLE posts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            turn INTEGER,
            kind INTEGER NOT NULL,
            conversation TEXT NOT NULL,
            service_url TEXT NOT NULL,
            tenant TEXT,
            target TEXT,
            answer TEXT,
            body BLOB,                       -- null when delivered
            state INTEGER NOT NULL,          -- 0 waits, 1 on the wire, 2 delivered, 3 given up
            tries INTEGER NOT NULL DEFAULT 0,
            uncertain INTEGER NOT NULL DEFAULT 0,
            due INTEGER,
            tried INTEGER,
            reason TEXT
        );
        CREATE INDEX posts_waiting ON posts (id) WHERE state < 2;
        CREATE INDEX posts_tried ON posts (conversation, tried);
        CREATE INDEX posts_dead ON posts (id) WHERE state = 3;
        CREATE INDEX posts_uncertain ON posts (id) WHERE uncertain > 0;
        CREATE TABLE answers (
            id TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            question_activity TEXT,
            activity TEXT,
            question TEXT NOT NULL,
            text TEXT NOT NULL,
            citations TEXT NOT NULL,
            at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX answers_activity ON answers (conversation, activity);
        CREATE INDEX answers_question ON answers (conversation, question_activity);
        CREATE INDEX answers_at ON answers (at);
        CREATE TABLE feedback (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            conversation TEXT NOT NULL,
            person TEXT,
            answer TEXT,
            reaction TEXT NOT NULL,
            comment TEXT,
            question TEXT,
            answer_text TEXT,
            passages TEXT NOT NULL,
            at INTEGER NOT NULL
        );
        CREATE TABLE conversations (
            conversation TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            service_url TEXT NOT NULL,
            tenant TEXT,
            person TEXT,
            person_object TEXT,
            team TEXT,
            name TEXT,
            bot TEXT NOT NULL,
            seen INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX conversations_person ON conversations (person) WHERE person IS NOT NULL;
        CREATE INDEX conversations_person_object ON conversations (person_object) WHERE person_object IS NOT NULL;
        CREATE TABLE welcomed (conversation TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        """,
        """
        ALTER TABLE posts ADD COLUMN key TEXT;
        ALTER TABLE posts ADD COLUMN seen_conversation TEXT;
        ALTER TABLE posts ADD COLUMN seen_activity TEXT;
        CREATE UNIQUE INDEX posts_key ON posts (key) WHERE key IS NOT NULL;
        """,
    ];

    /// <summary>Makes the tables, or brings older ones up to date.</summary>
    /// <exception cref="StoreException">The file was written by a newer version.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;");
        var version = Convert.ToInt32(connection.Value("PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (version > Steps.Length)
            throw new StoreException(StoreFailure.Unavailable, $"{connection.DataSource} was written by a newer NewsBot (format {version}, this one knows {Steps.Length}); start that one, or name another folder with --data.");
        for (; version < Steps.Length; version++)
        {
            using var transaction = connection.BeginTransaction();
            connection.Run(Steps[version]);
            connection.Run($"PRAGMA user_version = {version + 1}");
            transaction.Commit();
        }
    }
}
