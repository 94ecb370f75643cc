using LiteDB;

namespace NewsBot.Archive.LiteDb.Documents;

/// <summary>Stores an article's text: in its document, or in separate documents when it is long.</summary>
internal static class TextParts
{
    private const long MaxParts = 1024;

    /// <summary>Puts the text into the document, or into separate parts.</summary>
    public static void Write(BsonDocument document, string text, ILiteCollection<BsonDocument> parts)
    {
        if (text.Length <= ArticleDocument.MaxPartChars)
        {
            document["text"] = text;
            return;
        }

        var count = 0;
        for (var start = 0; start < text.Length; count++)
        {
            var end = Math.Min(start + ArticleDocument.MaxPartChars, text.Length);
            // Half a surrogate pair would not survive UTF-8.
            if (end < text.Length && char.IsHighSurrogate(text[end - 1]))
                end--;
            parts.Insert(new BsonDocument { ["_id"] = (document["_id"].AsInt64 * MaxParts) + count, ["text"] = text[start..end] });
            start = end;
        }

        document["parts"] = count;
    }

    /// <summary>Returns the text of the document.</summary>
    public static string Read(BsonDocument document, ILiteCollection<BsonDocument> parts)
    {
        if (document["text"] is { IsString: true } text)
            return text.AsString;
        var first = document["_id"].AsInt64 * MaxParts;
        return string.Concat(
            Enumerable.Range(0, document["parts"].AsInt32).Select(number => parts.FindById(first + number)["text"].AsString)
        );
    }

    /// <summary>Deletes the parts of an article, if it has any.</summary>
    public static void Delete(BsonDocument document, ILiteCollection<BsonDocument> parts)
    {
        if (document["parts"] is not { IsInt32: true } count)
            return;
        var first = document["_id"].AsInt64 * MaxParts;
        for (var number = 0; number < count.AsInt32; number++)
            parts.Delete(first + number);
    }
}
