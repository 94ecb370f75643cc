using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>Writes articles within a transaction, and counts the changes.</summary>
internal sealed partial class SqliteArticleTable
{
    private const int KeptNames = 1000;

    private const string Values = "$source, $folder, $hash, $headline, $text, $published, $author, $outlet, $url, $section, $language";

    private readonly SqliteConnection connection;
    private readonly SqliteCommand readLastChange;
    private readonly SqliteCommand writeLastChange;
    private readonly SqliteCommand known;
    private readonly SqliteCommand move;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand update;
    private readonly SqliteCommand delete;
    private readonly SqliteCommand bury;
    private readonly SqliteCommand nameHistory;

    private long lastChange;
    private long firstChange;
    private bool isChanged;
    private bool isHistoryNamed;

    public SqliteArticleTable(SqliteConnection connection)
    {
        this.connection = connection;
        readLastChange = Command("SELECT number FROM last_change");
        writeLastChange = Command("UPDATE last_change SET number = $change");
        known = Command("SELECT id, hash, folder FROM article WHERE source = $source");
        move = Command("UPDATE article SET folder = $folder WHERE id = $id");
        insert = Command($"INSERT INTO article (change, source, folder, hash, headline, text, published, author, outlet, url, section, language) VALUES ($change, {Values})");
        update = Command(
            """
            UPDATE article SET change = $change, folder = $folder, hash = $hash, headline = $headline, text = $text, published = $published,
                author = $author, outlet = $outlet, url = $url, section = $section, language = $language WHERE id = $id
            """);
        delete = Command("DELETE FROM article WHERE id = $id");
        bury = Command("INSERT INTO removal (id, change) VALUES ($id, $change)");

        // Whoever writes gives what follows a name of its own: a copy of the database that is put back and written to then differs from what it was.
        nameHistory = Command(
            $"""
            INSERT OR IGNORE INTO history (start, name) VALUES ($change, hex(randomblob(16)));
            DELETE FROM history WHERE start < (SELECT start FROM history ORDER BY start DESC LIMIT 1 OFFSET {KeptNames});
            """);
    }

    /// <summary>To be called first in a transaction.</summary>
    public void Begin()
    {
        lastChange = (long)readLastChange.ExecuteScalar()!;
        firstChange = lastChange + 1;
        isChanged = false;
    }

    /// <summary>To be called last in a transaction; false when nothing was changed.</summary>
    public bool Finish()
    {
        if (isChanged)
            Run(writeLastChange, ("$change", lastChange));
        if (!isHistoryNamed && lastChange >= firstChange)
            Run(nameHistory, ("$change", firstChange));
        return isChanged;
    }

    /// <summary>To be called when the transaction is on the disk.</summary>
    public void Committed() => isHistoryNamed |= lastChange >= firstChange;

    public PutOutcome Put(Article article, string? folder)
    {
        var hash = ArticleHash.Of(article);
        if (Known(article.Source) is not { } row)
        {
            Write(insert, article, folder, hash);
            return PutOutcome.Added;
        }

        var newFolder = folder ?? row.Folder;
        if (!row.Hash.AsSpan().SequenceEqual(hash))
        {
            Write(update, article, newFolder, hash, row.Id);
            return PutOutcome.Replaced;
        }

        if (newFolder != row.Folder)
        {
            isChanged = true;
            Run(move, ("$id", row.Id), ("$folder", newFolder));
        }

        return PutOutcome.Unchanged;
    }

    public bool Remove(string source)
    {
        if (Known(source) is not { } row)
            return false;

        isChanged = true;
        Run(delete, ("$id", row.Id));
        Run(bury, ("$id", row.Id), ("$change", ++lastChange));
        return true;
    }

    private (long Id, byte[] Hash, string? Folder)? Known(string source)
    {
        Set(known, ("$source", source));
        using var row = known.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.IsDBNull(2) ? null : row.GetString(2)) : null;
    }

    private void Write(SqliteCommand command, Article article, string? folder, byte[] hash, long? id = null)
    {
        isChanged = true;
        Run(
            command,
            ("$id", id),
            ("$change", ++lastChange),
            ("$source", article.Source),
            ("$folder", folder),
            ("$hash", hash),
            ("$headline", article.Headline),
            ("$text", article.Text),
            ("$published", article.Published?.ToUnixTimeMilliseconds()),
            ("$author", article.Author),
            ("$outlet", article.Outlet),
            ("$url", article.Url),
            ("$section", article.Section),
            ("$language", article.Language));
    }

    private static void Run(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Set(command, values);
        command.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            var at = command.Parameters.IndexOf(name);
            if (at >= 0)
                command.Parameters[at].Value = value ?? DBNull.Value;
        }
    }

    private SqliteCommand Command(string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (Match parameter in Parameter().Matches(sql))
        {
            if (!command.Parameters.Contains(parameter.Value))
                command.Parameters.AddWithValue(parameter.Value, DBNull.Value);
        }

        return command;
    }

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter();
}
