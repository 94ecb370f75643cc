namespace NewsBot.Teams.Storage;

/// <summary>
/// Specifies the tables as first released. A change is not made here, but as a further step of <see cref="TeamsStore.Schema"/>.
/// </summary>
internal static class TeamsTables
{
    public const string Sql = """
        CREATE TABLE teams_turns (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            key TEXT NOT NULL UNIQUE,
            conversation TEXT NOT NULL,
            received INTEGER NOT NULL,
            body BLOB,                       -- null when finished
            finished INTEGER
        );
        CREATE INDEX teams_turns_waiting ON teams_turns (id) WHERE finished IS NULL;
        CREATE INDEX teams_turns_finished ON teams_turns (finished) WHERE finished IS NOT NULL;
        CREATE TABLE teams_posts (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            turn INTEGER,
            kind INTEGER NOT NULL,
            conversation TEXT NOT NULL,
            service_url TEXT NOT NULL,
            tenant TEXT,
            target TEXT,
            answer TEXT,
            key TEXT,
            body BLOB,                       -- null when delivered
            state INTEGER NOT NULL,          -- 0 waits, 1 on the wire, 2 delivered, 3 given up
            tries INTEGER NOT NULL DEFAULT 0,
            uncertain INTEGER NOT NULL DEFAULT 0,
            due INTEGER,
            tried INTEGER,
            reason TEXT,
            seen_conversation TEXT,
            seen_activity TEXT
        );
        CREATE INDEX teams_posts_waiting ON teams_posts (id) WHERE state < 2;
        CREATE INDEX teams_posts_tried ON teams_posts (conversation, tried);
        CREATE INDEX teams_posts_dead ON teams_posts (id) WHERE state = 3;
        CREATE INDEX teams_posts_uncertain ON teams_posts (id) WHERE uncertain > 0;
        CREATE UNIQUE INDEX teams_posts_key ON teams_posts (key) WHERE key IS NOT NULL;
        CREATE TABLE teams_answers (
            id TEXT PRIMARY KEY,
            conversation TEXT NOT NULL,
            question_activity TEXT,
            activity TEXT,
            question TEXT NOT NULL,
            text TEXT NOT NULL,
            citations TEXT NOT NULL,
            at INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE INDEX teams_answers_activity ON teams_answers (conversation, activity);
        CREATE INDEX teams_answers_question ON teams_answers (conversation, question_activity);
        CREATE INDEX teams_answers_at ON teams_answers (at);
        CREATE TABLE teams_feedback (
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
        CREATE TABLE teams_conversations (
            conversation TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            service_url TEXT NOT NULL,
            tenant TEXT,
            team TEXT,
            bot TEXT NOT NULL,
            seen INTEGER NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE teams_welcomed (conversation TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        """;
}
