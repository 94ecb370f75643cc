using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.People;
using NewsBot.Newsroom.State;

namespace NewsBot.Discord.State;

/// <summary>
/// Stores what Discord has to remember across restarts, in the state database. Thread-safe; a completed task has been written.
/// </summary>
internal sealed class DiscordState(StateDatabase database, TimeProvider time)
{
    /// <summary>Gets the tables.</summary>
    public static StateSchema Schema { get; } =
        new()
        {
            Feature = "discord",
            Steps =
            [
                """
                    CREATE TABLE discord_reply (trace TEXT PRIMARY KEY, content TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
                    CREATE INDEX discord_reply_at ON discord_reply (at);
                    CREATE TABLE discord_feedback (
                        trace TEXT NOT NULL, user INTEGER NOT NULL, useful INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (trace, user)) WITHOUT ROWID;
                    CREATE TABLE discord_channel (
                        channel INTEGER PRIMARY KEY, guild INTEGER NOT NULL, allowed_by INTEGER NOT NULL, at INTEGER NOT NULL);
                    CREATE TABLE discord_command_set (scope TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
                    CREATE TABLE discord_conversation (message INTEGER PRIMARY KEY, conversation TEXT NOT NULL, at INTEGER NOT NULL);
                    CREATE INDEX discord_conversation_at ON discord_conversation (at);
                    """,
                // Feedback of all channels is in one table.
                """
                    INSERT INTO feedback (channel, conversation, person, answer, reaction, question, citations, at)
                      SELECT 'discord', json_extract(r.content, '$.Conversation'), printf('%u', f.user), f.trace,
                        CASE f.useful WHEN 1 THEN 'like' ELSE 'dislike' END, json_extract(r.content, '$.Question'),
                        COALESCE((SELECT json_group_array(json_object('source', value ->> '$.Source', 'quote', value ->> '$.Text'))
                          FROM json_each(r.content, '$.Quotes')), '[]'), f.at
                      FROM discord_feedback f LEFT JOIN discord_reply r ON r.trace = f.trace ORDER BY f.at;
                    DROP TABLE discord_feedback;
                    """,
                // Who asked.
                """
                    ALTER TABLE discord_reply ADD COLUMN person TEXT;
                    UPDATE discord_reply SET person = json_extract(content, '$.Person');
                    CREATE INDEX discord_reply_person ON discord_reply (person) WHERE person IS NOT NULL;
                    """,
                // Interactions that are acknowledged and not answered yet, each held by a host until a time.
                """
                    CREATE TABLE discord_inbox (
                        id INTEGER PRIMARY KEY, content TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, host TEXT NOT NULL,
                        held_until INTEGER NOT NULL, tries INTEGER NOT NULL);
                    """,
            ],
            PostgresSteps =
            [
                """
                    CREATE TABLE discord_reply (trace TEXT PRIMARY KEY, content TEXT NOT NULL, at BIGINT NOT NULL, person TEXT);
                    CREATE INDEX discord_reply_at ON discord_reply (at);
                    CREATE INDEX discord_reply_person ON discord_reply (person) WHERE person IS NOT NULL;
                    CREATE TABLE discord_channel (
                        channel BIGINT PRIMARY KEY, guild BIGINT NOT NULL, allowed_by BIGINT NOT NULL, at BIGINT NOT NULL);
                    CREATE TABLE discord_command_set (scope TEXT PRIMARY KEY, fingerprint TEXT NOT NULL);
                    CREATE TABLE discord_conversation (message BIGINT PRIMARY KEY, conversation TEXT NOT NULL, at BIGINT NOT NULL);
                    CREATE INDEX discord_conversation_at ON discord_conversation (at);
                    """,
                """
                    CREATE TABLE discord_inbox (
                        id BIGINT PRIMARY KEY, content TEXT NOT NULL, person TEXT NOT NULL, at BIGINT NOT NULL, host TEXT NOT NULL,
                        held_until BIGINT NOT NULL, tries BIGINT NOT NULL);
                    """,
            ],
            Predecessor = new StatePredecessor(
                "discord.db",
                [
                    ("reply", "discord_reply"),
                    ("feedback", "discord_feedback"),
                    ("channel", "discord_channel"),
                    ("command_set", "discord_command_set"),
                    ("conversation", "discord_conversation"),
                ]
            ),
        };

    /// <summary>
    /// Gets what it has about people: the replies to them, what is unanswered, and the channels in which they switched the bot on.
    /// </summary>
    public static IReadOnlyList<PersonalData> PersonalData { get; } =
    [
        new()
        {
            Kind = "discordReplies",
            Schemas = [FeedbackStore.Schema, Schema],
            Rows = $"SELECT at, content FROM discord_reply WHERE {IsPersons} ORDER BY at",
            Export = row =>
            {
                var content = JsonNode.Parse(row.GetString(1))!;
                return new()
                {
                    ["at"] = Newsroom.People.PersonalData.Time(row, 0),
                    ["question"] = content["Question"]?.DeepClone(),
                    ["conversation"] = content["Conversation"]?.DeepClone(),
                    ["quotes"] = content["Quotes"]?.DeepClone(),
                };
            },
            Deletion = [$"DELETE FROM discord_reply WHERE {IsPersons}"],
            Names = "SELECT DISTINCT 'discord:' || person FROM discord_reply WHERE person = $1",
        },
        new()
        {
            Kind = "discordUnanswered",
            Schemas = [Schema],
            Rows = $"SELECT at, content FROM discord_inbox WHERE {IsPersons} ORDER BY at",
            Export = row =>
                new()
                {
                    ["at"] = Newsroom.People.PersonalData.Time(row, 0),
                    // Without the token, which lets whoever has it write in the bot's name.
                    ["command"] = JsonNode.Parse(row.GetString(1))!["data"]?.DeepClone(),
                },
            Deletion = [$"DELETE FROM discord_inbox WHERE {IsPersons}"],
            Names = "SELECT DISTINCT 'discord:' || person FROM discord_inbox WHERE person = $1",
        },
        new()
        {
            Kind = "discordChannels",
            Schemas = [FeedbackStore.Schema, Schema],
            Rows = $"SELECT at, channel FROM discord_channel WHERE {AllowedByPerson} AND $2 = 'discord' ORDER BY at",
            Export = row =>
                new()
                {
                    ["at"] = Newsroom.People.PersonalData.Time(row, 0),
                    ["channel"] = ((ulong)row.GetInt64(1)).ToString(CultureInfo.InvariantCulture),
                },
            Deletion = [$"UPDATE discord_channel SET allowed_by = 0 WHERE {AllowedByPerson} AND $2 = 'discord'"],
            Names = $"SELECT DISTINCT 'discord:' || $1 FROM discord_channel WHERE {AllowedByPerson}",
            Left = "the channels stay switched on, without the id",
        },
    ];

    private const string IsPersons = "person = $1 AND $2 = 'discord'";

    // Ids are times, which have the highest of their 64 bits from the year 2084 on.
    // https://docs.discord.com/developers/reference#snowflakes
    private const string AllowedByPerson = "CAST(allowed_by AS TEXT) = $1";

    /// <summary>Stores a reply; the same trace again replaces it.</summary>
    public Task KeepReplyAsync(KeptReply reply, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO discord_reply (trace, content, at, person) VALUES ($1, $2, $3, $4)
            ON CONFLICT (trace) DO UPDATE SET content = excluded.content, at = excluded.at, person = excluded.person
            """,
            cancellationToken,
            reply.Trace,
            JsonSerializer.Serialize(reply, StateJson.Default.KeptReply),
            time.GetUtcNow(),
            reply.Person
        );

    /// <summary>Returns the reply; null when it was never stored or has been forgotten.</summary>
    public async Task<KeptReply?> FindReplyAsync(string trace, CancellationToken cancellationToken) =>
        await FindAsync("SELECT content FROM discord_reply WHERE trace = $1", trace, cancellationToken) is { } json
            ? JsonSerializer.Deserialize(json, StateJson.Default.KeptReply)
            : null;

    /// <summary>Switches the bot on in a channel.</summary>
    public Task AllowChannelAsync(ulong guild, ulong channel, ulong by, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO discord_channel (channel, guild, allowed_by, at) VALUES ($1, $2, $3, $4)
            ON CONFLICT (channel) DO UPDATE SET guild = excluded.guild, allowed_by = excluded.allowed_by, at = excluded.at
            """,
            cancellationToken,
            (long)channel,
            (long)guild,
            (long)by,
            time.GetUtcNow()
        );

    /// <summary>Switches the bot off in a channel.</summary>
    /// <returns>False: it was not on.</returns>
    public async Task<bool> ForbidChannelAsync(ulong channel, CancellationToken cancellationToken) =>
        await WriteAsync("DELETE FROM discord_channel WHERE channel = $1", cancellationToken, (long)channel) > 0;

    /// <summary>Returns the channels where the bot was switched on, with their servers.</summary>
    public async Task<IReadOnlyDictionary<ulong, ulong>> AllowedChannelsAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            connection =>
                connection.Rows("SELECT channel, guild FROM discord_channel", row => ((ulong)row.GetInt64(0), (ulong)row.GetInt64(1))),
            cancellationToken
        );
        return rows.ToDictionary();
    }

    /// <summary>Returns the fingerprint of the commands registered last; null: none.</summary>
    public Task<string?> RegisteredCommandsAsync(string scope, CancellationToken cancellationToken) =>
        FindAsync("SELECT fingerprint FROM discord_command_set WHERE scope = $1", scope, cancellationToken);

    /// <summary>Records which commands are registered.</summary>
    public Task SetRegisteredCommandsAsync(string scope, string fingerprint, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO discord_command_set (scope, fingerprint) VALUES ($1, $2)
            ON CONFLICT (scope) DO UPDATE SET fingerprint = excluded.fingerprint
            """,
            cancellationToken,
            scope,
            fingerprint
        );

    /// <summary>Records that a message belongs to a conversation, so that replies to it continue it.</summary>
    public Task LinkConversationAsync(ulong message, string conversation, CancellationToken cancellationToken) =>
        WriteAsync(
            """
            INSERT INTO discord_conversation (message, conversation, at) VALUES ($1, $2, $3)
            ON CONFLICT (message) DO UPDATE SET conversation = excluded.conversation, at = excluded.at
            """,
            cancellationToken,
            (long)message,
            conversation,
            time.GetUtcNow()
        );

    /// <summary>Returns the conversation of a message; null when it is not known.</summary>
    public Task<string?> FindConversationAsync(ulong message, CancellationToken cancellationToken) =>
        FindAsync("SELECT conversation FROM discord_conversation WHERE message = $1", (long)message, cancellationToken);

    /// <summary>Forgets replies and conversations older than <paramref name="age"/>; keeps feedback.</summary>
    public Task ForgetAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - age;
        return database.WriteAsync(
            connection =>
                connection.Run("DELETE FROM discord_reply WHERE at < $1", before)
                + connection.Run("DELETE FROM discord_conversation WHERE at < $1", before),
            cancellationToken
        );
    }

    private Task<int> WriteAsync(string sql, CancellationToken cancellationToken, params object?[] values) =>
        database.WriteAsync(connection => connection.Run(sql, values), cancellationToken);

    private Task<string?> FindAsync(string sql, object key, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => (string?)connection.Value(sql, key), cancellationToken);
}
