using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Store.Sqlite;

/// <summary>The columns of an article, in one order everywhere.</summary>
internal static class ArticleColumns
{
    /// <summary>For a SELECT that <see cref="Read"/> reads.</summary>
    public const string Names = "id, change, source, headline, text, published, author, outlet, url, section, language";

    /// <summary>The article of the current row.</summary>
    public static StoredArticle Read(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        new Article
        {
            Source = row.GetString(2),
            Headline = row.GetString(3),
            Text = row.GetString(4),
            Published = row.IsDBNull(5) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(5)),
            Author = Text(row, 6),
            Outlet = Text(row, 7),
            Url = Text(row, 8),
            Section = Text(row, 9),
            Language = Text(row, 10),
        });

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
