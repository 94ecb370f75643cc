using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Writing;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Converts an article to a document and back.</summary>
internal static class ArticleDocument
{
    /// <summary>
    /// Specifies the maximum number of UTF-16 code units of a text in one document. At three bytes each this is well under LiteDB's limit
    /// of 16 MB for a document, and an article may have that many bytes.
    /// </summary>
    public const int MaxPartChars = 4_000_000;

    /// <summary>Returns the index key for a source or folder: a hash, since LiteDB limits keys to 1,023 bytes.</summary>
    public static byte[] Key(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    /// <summary>Returns the document without the text.</summary>
    public static BsonDocument Write(ArticleRow row)
    {
        var article = row.Article;
        var document = new BsonDocument
        {
            ["_id"] = row.Id,
            ["change"] = row.Change,
            ["key"] = Key(article.Source),
            ["hash"] = row.Hash,
            ["source"] = article.Source,
            ["headline"] = article.Headline,
            ["published"] = article.Published is { } published ? published.ToUnixTimeMilliseconds() : BsonValue.Null,
            ["author"] = article.Author,
            ["outlet"] = article.Outlet,
            ["url"] = article.Url,
            ["section"] = article.Section,
            ["language"] = article.Language,
        };
        StateFields.Write(document, article);
        StateFields.WritePlace(document, row);
        if (row.EarlierOf is { } source)
            StateFields.SetEarlier(document, source, row.Earlier);
        SetFolder(document, row.Folder);
        return document;
    }

    /// <summary>Sets the folder that an article belongs to.</summary>
    public static void SetFolder(BsonDocument document, string? folder)
    {
        document["folder"] = folder;
        document["folderKey"] = folder is null ? BsonValue.Null : new BsonValue(Key(folder));
    }

    /// <summary>Returns the article with its text, which is read separately.</summary>
    public static ArticleRow ReadRow(BsonDocument document, string text) =>
        new()
        {
            Id = document["_id"].AsInt64,
            Change = document["change"].AsInt64,
            Hash = document["hash"].AsBinary,
            Folder = Text(document["folder"]),
            Article = StateFields.Read(
                document,
                new Article
                {
                    Source = document["source"].AsString,
                    Headline = document["headline"].AsString,
                    Text = text,
                    Published = document["published"] is { IsNull: false } published
                        ? DateTimeOffset.FromUnixTimeMilliseconds(published.AsInt64)
                        : null,
                    Author = Text(document["author"]),
                    Outlet = Text(document["outlet"]),
                    Url = Text(document["url"]),
                    Section = Text(document["section"]),
                    Language = Text(document["language"]),
                }
            ),
            Standing = StateFields.StandingOf(document),
            Stage = StateFields.StageOf(document),
            Arrived = StateFields.ArrivedOf(document),
            Shown = StateFields.ShownOf(document),
            EarlierOf = Text(document["earlierOf"]),
            Earlier = document["earlier"].IsInt32 ? document["earlier"].AsInt32 : 0,
        };

    private static string? Text(BsonValue value) => value.IsNull ? null : value.AsString;
}
