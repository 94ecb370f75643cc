using LiteDB;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Provides the conditions that the indexes answer.</summary>
internal static class Queries
{
    public static BsonExpression OfSource(string source) => BsonExpression.Create("$.key = @0", ArticleDocument.Key(source));

    public static BsonExpression OfSources(IEnumerable<string> sources) =>
        BsonExpression.Create("$.key IN @0", new BsonArray(sources.Select(source => new BsonValue(ArticleDocument.Key(source)))));

    public static BsonExpression OfFolder(string folder) => BsonExpression.Create("$.folderKey = @0", ArticleDocument.Key(folder));

    public static BsonExpression OfChanges(long after, long upTo) => BsonExpression.Create("$.change BETWEEN @0 AND @1", after + 1, upTo);

    public static BsonExpression OfIdsAfter(long id) => BsonExpression.Create("$._id > @0", id);

    public static BsonExpression OfIds(long first, long last) => BsonExpression.Create("$._id BETWEEN @0 AND @1", first, last);
}
