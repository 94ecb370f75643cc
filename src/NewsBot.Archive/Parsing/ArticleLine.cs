using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using NewsBot.Archive.Articles;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads one line of a <c>.jsonl</c> of articles.</summary>
internal static class ArticleLine
{
    /// <summary>The article or the reason why there is none; null for a blank line.</summary>
    /// <param name="line">The line's bytes.</param>
    /// <param name="start">Offset of the line in the file, for messages.</param>
    public static ReadResult? Parse(ReadOnlyMemory<byte> line, long start)
    {
        if (line.Span.IndexOfAnyExcept(" \t"u8) < 0)
            return null;
        if (InvalidByte(line.Span) is { } offset)
            return Rejected($"is not UTF-8: byte {start + offset} of the file is wrong");

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(new ArticleLineFields(document.RootElement)) : Rejected("is not a JSON object");
        }
        catch (JsonException error)
        {
            return Rejected($"is not valid JSON near byte {error.BytePositionInLine ?? 0} of the line");
        }
    }

    private static ReadResult Read(ArticleLineFields fields)
    {
        var source = fields.Required("source");
        var text = fields.Text();
        var published = fields.Published();
        var article = fields.Problem is null
            ? new Article
            {
                Source = source,
                Headline = fields.Optional("headline") ?? Headlines.From(text),
                Text = text,
                Published = published,
                Author = fields.Optional("author"),
                Outlet = fields.Optional("outlet"),
                Url = fields.Optional("url"),
                Section = fields.Optional("section"),
                Language = fields.Optional("language"),
            }
            : null;
        if (article is not null && ArticleFields.CheckSource(article.Source) is { } wrongSource)
            return Rejected(wrongSource);
        return fields.Problem is null ? new ReadResult { Article = article } : Rejected(fields.Problem);
    }

    private static ReadResult Rejected(string reason) => new() { Rejection = reason };

    private static int? InvalidByte(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line))
            return null;

        var chars = ArrayPool<char>.Shared.Rent(line.Length);
        Utf8.ToUtf16(line, chars, out var read, out _, replaceInvalidSequences: false);
        ArrayPool<char>.Shared.Return(chars);
        return read;
    }
}
