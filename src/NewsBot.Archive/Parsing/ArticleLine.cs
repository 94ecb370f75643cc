using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Json;
using NewsBot.Archive.Parsing.Markup;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads one line of a <c>.jsonl</c> file of articles.</summary>
internal static class ArticleLine
{
    /// <summary>Returns the article or the reason why there is none; null for a blank line.</summary>
    /// <param name="line">The bytes of the line.</param>
    /// <param name="start">The offset of the line in the file, for messages.</param>
    /// <param name="order">How 03/05/2023 is read; null: by the language.</param>
    public static ReadResult? Parse(ReadOnlyMemory<byte> line, long start, DateOrder? order = null)
    {
        if (line.Span.IndexOfAnyExcept(" \t"u8) < 0)
            return null;
        if (InvalidByte(line.Span) is { } offset)
            return Rejected(RejectionKind.Encoding, $"is not UTF-8: byte {start + offset} of the file is wrong");

        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(new ArticleLineFields(document.RootElement, order))
                : Rejected(RejectionKind.Malformed, "is not a JSON object");
        }
        catch (JsonException error)
        {
            return Rejected(RejectionKind.Malformed, $"is not valid JSON near byte {error.BytePositionInLine ?? 0} of the line");
        }
        catch (InvalidOperationException)
        {
            return Rejected(RejectionKind.Malformed, JsonFields.HalfCharacter);
        }
    }

    private static ReadResult Read(ArticleLineFields fields)
    {
        var source = fields.Required("source");
        var state = fields.State();
        var note = fields.Optional("note");
        var headline = fields.Optional("headline");
        // An item that withdraws an article has no text of its own.
        var text = state == ArticleState.Killed ? fields.Optional("text") ?? ArticleFields.TextOfKill(note, headline) : fields.Text();
        if (MarkupText.PlainOf(text) is { Length: > 0 } plain)
            text = plain;
        var article = new Article
        {
            Source = source,
            Headline = headline ?? (fields.Problem is null ? Headlines.From(text) : ""),
            Text = text,
            Published = fields.Date("published", fields.Optional("language"))?.Time,
            Author = fields.Optional("author"),
            Outlet = fields.Optional("outlet"),
            Url = fields.Optional("url"),
            Section = fields.Optional("section"),
            Language = fields.Optional("language"),
            State = state,
            EmbargoedUntil = fields.Date("embargo", fields.Optional("language"))?.EmbargoEnd,
            Version = fields.Version(),
            ItemId = fields.Optional("itemId"),
            Replaces = fields.Optional("replaces"),
            StateNote = note,
        };
        if (fields.Problem is not null)
            return Rejected(RejectionKind.Field, fields.Problem);
        return ArticleFields.CheckSource(article.Source) is { } wrongSource
            ? Rejected(RejectionKind.Field, wrongSource)
            : new ReadResult { Article = article, HasAmbiguousDate = fields.HasAmbiguousDate };
    }

    private static ReadResult Rejected(RejectionKind kind, string reason) => new() { Rejection = reason, Kind = kind };

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
