using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>The tables, and how older ones become these.</summary>
internal static class SqliteSchema
{
    // "News" in ASCII: file(1) and a person with a hex editor can tell what the file is.
    private const int ApplicationId = 0x4E657773;

    // Each brings a database from the version of its position to the next. Never change one that was released: add one.
    private static readonly string[] Migrations =
    [
        """
        CREATE TABLE article (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            change INTEGER NOT NULL UNIQUE,
            source TEXT NOT NULL UNIQUE,
            folder TEXT,
            hash BLOB NOT NULL,
            headline TEXT NOT NULL,
            text TEXT NOT NULL,
            published INTEGER, -- milliseconds since 1970-01-01 UTC
            author TEXT,
            outlet TEXT,
            url TEXT,
            section TEXT,
            language TEXT
        );
        CREATE INDEX article_folder ON article (folder) WHERE folder IS NOT NULL;
        CREATE TABLE removal (
            id INTEGER PRIMARY KEY,
            change INTEGER NOT NULL UNIQUE
        );
        CREATE TABLE last_change (number INTEGER NOT NULL);
        INSERT INTO last_change (number) VALUES (0);
        """,
        """
        CREATE TABLE history (
            start INTEGER PRIMARY KEY, -- the first change that the name is for
            name TEXT NOT NULL
        );
        INSERT INTO history (start, name) VALUES (0, hex(randomblob(16)));
        """,
    ];

    /// <summary>The version that this program writes.</summary>
    public static int Newest => Migrations.Length;

    /// <summary>The version of the database; 0 for a new one. Throws when it is no archive, or of a newer program.</summary>
    public static int Check(SqliteConnection connection, string path)
    {
        var version = Number(connection, "PRAGMA user_version");
        var application = Number(connection, "PRAGMA application_id");
        var isNew = version == 0 && application == 0 && Number(connection, "SELECT count(*) FROM sqlite_schema") == 0;
        if (!isNew && application != ApplicationId)
            throw new StoreException(StoreFailure.NotAnArchive, $"{path} is a database of another program; name another data directory, or move the file away.");
        if (version > Newest)
        {
            throw new StoreException(
                StoreFailure.Newer,
                $"{path} was written by a newer NewsBot (schema {version}; this one knows up to {Newest}); update NewsBot, or name another data directory.");
        }

        return version;
    }

    /// <summary>Brings the database to the newest version; to be called in a write transaction.</summary>
    public static void Migrate(SqliteConnection connection, string path)
    {
        var version = Check(connection, path);
        if (version == Newest)
            return;

        foreach (var migration in Migrations.Skip(version))
            Execute(connection, migration);
        Execute(connection, string.Create(CultureInfo.InvariantCulture, $"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Newest};"));
    }

    private static int Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
