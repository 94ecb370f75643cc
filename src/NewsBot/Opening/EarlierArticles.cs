using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;

namespace NewsBot.Opening;

/// <summary>Reads the articles that earlier versions kept in an SQLite database. Failures are those of SQLite.</summary>
internal static class EarlierArticles
{
    /// <summary>
    /// Enumerates the articles of a file in the order of their changes, each with the folder that it was ingested from, if any.
    /// </summary>
    public static IEnumerable<(Article Article, string? Folder)> In(string path)
    {
        SQLitePCL.Batteries_V2.Init();
        // Not read-only: the log left by a process that was killed is applied first.
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Mode = SqliteOpenMode.ReadWrite,
                Pooling = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT source, headline, text, published, author, outlet, url, section, language, folder FROM article ORDER BY change";
        using var row = command.ExecuteReader();
        while (row.Read())
        {
            var article = new Article
            {
                Source = row.GetString(0),
                Headline = row.GetString(1),
                Text = row.GetString(2),
                Published = row.IsDBNull(3) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)),
                Author = Text(4),
                Outlet = Text(5),
                Url = Text(6),
                Section = Text(7),
                Language = Text(8),
            };
            yield return (article, Text(9));
        }

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    }
}
