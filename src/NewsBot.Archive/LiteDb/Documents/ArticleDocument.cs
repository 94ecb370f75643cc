using System.Security.Cryptography;
using System.Text;
using LiteDB;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Store;

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
    public static BsonDocument Write(StoredArticle stored, string? folder, byte[] hash)
    {
        var article = stored.Article;
        var document = new BsonDocument
        {
            ["_id"] = stored.Id,
            ["change"] = stored.Change,
            ["key"] = Key(article.Source),
            ["hash"] = hash,
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
        SetFolder(document, folder);
        return document;
    }

    /// <summary>Sets the folder that an article belongs to.</summary>
    public static void SetFolder(BsonDocument document, string? folder)
    {
        document["folder"] = folder;
        document["folderKey"] = folder is null ? BsonValue.Null : new BsonValue(Key(folder));
    }

    /// <summary>Returns the article with its text, which is read separately.</summary>
    public static StoredArticle Read(BsonDocument document, string text) =>
        new StoredArticle(
            document["_id"].AsInt64,
            document["change"].AsInt64,
            StateFields.Read(
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
            )
        )
        {
            Standing = StateFields.StandingOf(document),
        };

    private static string? Text(BsonValue value) => value.IsNull ? null : value.AsString;
}
