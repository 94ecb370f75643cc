using Microsoft.Data.Sqlite;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>A connection for reading, with its prepared statements. Not thread-safe: the pool hands it to one caller at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    // What a caller of Changes holds at once, whatever the articles' lengths.
    private const int MaxPageChars = 2_000_000;

    private const int MaxPageRows = 512;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand lastChange;
    private readonly SqliteCommand count;
    private readonly SqliteCommand bySource;
    private readonly SqliteCommand byId;
    private readonly SqliteCommand ofFolder;
    private readonly SqliteCommand changes;
    private readonly SqliteCommand history;

    public SqliteReader(string path)
    {
        connection = SqliteConnections.OpenReader(path);
        lastChange = Command("SELECT number FROM last_change");
        count = Command("SELECT count(*) FROM article");
        bySource = Command($"SELECT {ArticleColumns.Names} FROM article WHERE source = $source", "$source");
        byId = Command($"SELECT {ArticleColumns.Names} FROM article WHERE id = $id", "$id");
        ofFolder = Command("SELECT source FROM article WHERE folder = $folder", "$folder");
        changes = Command(
            $"""
            SELECT {ArticleColumns.Names} FROM article WHERE change > $after AND change <= $upTo
            UNION ALL
            SELECT id, change, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM removal WHERE change > $after AND change <= $upTo
            ORDER BY change LIMIT {MaxPageRows}
            """,
            "$after", "$upTo");
        history = Command("SELECT name FROM history WHERE start <= $change ORDER BY start DESC LIMIT 1", "$change");
    }

    public void Dispose() => connection.Dispose();

    public long LastChange() => (long)lastChange.ExecuteScalar()!;

    public string? History(long change)
    {
        history.Parameters[0].Value = change;
        return (string?)history.ExecuteScalar();
    }

    public int Count() => (int)(long)count.ExecuteScalar()!;

    public StoredArticle? Find(string source)
    {
        bySource.Parameters[0].Value = source;
        return ReadOne(bySource);
    }

    public StoredArticle? Get(long id)
    {
        byId.Parameters[0].Value = id;
        return ReadOne(byId);
    }

    public List<string> SourcesOfFolder(string folder)
    {
        ofFolder.Parameters[0].Value = folder;
        using var rows = ofFolder.ExecuteReader();
        var sources = new List<string>();
        while (rows.Read())
            sources.Add(rows.GetString(0));
        sources.Sort(StringComparer.Ordinal);
        return sources;
    }

    /// <summary>The next changes in order, some hundred of them; none when there are no more.</summary>
    public List<ArticleChange> Changes(long after, long upTo)
    {
        changes.Parameters[0].Value = after;
        changes.Parameters[1].Value = upTo;
        using var rows = changes.ExecuteReader();
        var page = new List<ArticleChange>();
        for (var chars = 0; chars < MaxPageChars && rows.Read();)
        {
            var article = rows.IsDBNull(2) ? null : ArticleColumns.Read(rows).Article;
            page.Add(new ArticleChange(rows.GetInt64(1), rows.GetInt64(0), article));
            chars += article?.Text.Length ?? 0;
        }

        return page;
    }

    /// <summary>The first column of every row, as text.</summary>
    public IEnumerable<string> Texts(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return rows.GetString(0);
    }

    /// <summary>Every article with the hash that it was stored with.</summary>
    public IEnumerable<(StoredArticle Article, byte[] Hash)> Articles()
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {ArticleColumns.Names}, hash FROM article ORDER BY id";
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return (ArticleColumns.Read(rows), rows.GetFieldValue<byte[]>(11));
    }

    private static StoredArticle? ReadOne(SqliteCommand command)
    {
        using var rows = command.ExecuteReader();
        return rows.Read() ? ArticleColumns.Read(rows) : null;
    }

    private SqliteCommand Command(string sql, params string[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var parameter in parameters)
            command.Parameters.AddWithValue(parameter, DBNull.Value);
        return command;
    }
}
