using NewsBot.Archive.Store;
using NewsBot.Archive.Writing;
using NewsBot.Postgres.Connecting;
using Npgsql;

namespace NewsBot.Postgres.Tables;

/// <summary>Reads articles with their texts in pages of bounded size, however long the articles are.</summary>
internal static class ArticlePages
{
    private const int MaxRows = 512;

    // The first article of a page may be longer.
    private const int MaxBytes = 2_000_000;

    /// <summary>Returns the next changes in order; none when there are no more.</summary>
    public static Task<List<ArticleChange>> ChangesAsync(
        NpgsqlConnection connection,
        long after,
        long upTo,
        CancellationToken cancellationToken
    ) =>
        // Only the lengths of the texts are read before the page is cut.
        connection.QueryAsync(
            $"""
            WITH listed AS (
                SELECT id, change, octet_length(text) AS bytes FROM newsbot.article WHERE change > $1 AND change <= $2
                UNION ALL
                SELECT id, change, 0 FROM newsbot.removal WHERE change > $1 AND change <= $2
                ORDER BY change LIMIT {MaxRows}
            ), summed AS (
                SELECT id, change, bytes, sum(bytes) OVER (ORDER BY change) - bytes AS before FROM listed
            )
            SELECT {string.Join(", ", ArticleColumns.All.Split(", ").Select(column => "article." + column))}, summed.id, summed.change
            FROM summed LEFT JOIN newsbot.article ON article.id = summed.id
            WHERE summed.before < {MaxBytes}
            ORDER BY summed.change
            """,
            reader =>
                reader.IsDBNull(0)
                    ? new ArticleChange(reader.GetInt64(reader.FieldCount - 1), reader.GetInt64(reader.FieldCount - 2), null)
                    : ArticleColumns.Read(reader).ToChange(),
            [after, upTo],
            cancellationToken
        );

    /// <summary>Returns the next articles by id; none when there are no more.</summary>
    public static Task<List<ArticleRow>> AfterAsync(NpgsqlConnection connection, long id, CancellationToken cancellationToken) =>
        connection.QueryAsync(
            $"""
            WITH listed AS (
                SELECT id, octet_length(text) AS bytes FROM newsbot.article WHERE id > $1 ORDER BY id LIMIT {MaxRows}
            ), summed AS (
                SELECT id, sum(bytes) OVER (ORDER BY id) - bytes AS before FROM listed
            )
            SELECT {ArticleColumns.All} FROM newsbot.article
            WHERE id IN (SELECT id FROM summed WHERE before < {MaxBytes}) ORDER BY id
            """,
            ArticleColumns.Read,
            [id],
            cancellationToken
        );
}
