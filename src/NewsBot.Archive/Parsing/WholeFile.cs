using System.Runtime.CompilerServices;
using NewsBot.Archive.Parsing.Decoding;
using NewsBot.Archive.Parsing.Documents;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Feeds;
using NewsBot.Archive.Parsing.Json;
using NewsBot.Archive.Parsing.Pages;
using NewsBot.Archive.Parsing.Sniffing;
using NewsBot.Archive.Parsing.Texts;
using NewsBot.Archive.Parsing.Wire;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads a whole file into memory, recognises its format, decodes it, and passes it to the reader of that format.</summary>
internal static class WholeFile
{
    private const int HeadBytes = 4096;

    private static readonly Dictionary<ArticleFormat, IArticleFormatReader> Readers = new()
    {
        [ArticleFormat.PlainText] = new PlainText(),
        [ArticleFormat.Json] = new JsonReader(),
        [ArticleFormat.Html] = new HtmlReader(),
        [ArticleFormat.Markdown] = new MarkdownReader(),
        [ArticleFormat.Feed] = new FeedReader(),
        [ArticleFormat.NewsMlG2] = new NewsMlG2Reader(),
        [ArticleFormat.NewsMl1] = new NewsMl1Reader(),
        [ArticleFormat.Nitf] = new NitfReader(),
        [ArticleFormat.Wire] = new Iptc7901Reader(),
        [ArticleFormat.Csv] = new CsvTableReader(),
        [ArticleFormat.Mail] = new MailReader(),
        [ArticleFormat.Docx] = new DocxReader(),
        [ArticleFormat.Pdf] = new PdfReader(),
    };

    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path,
        string source,
        ReadingOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var file = ArticleFiles.Open(path);
        var bytes = new MemoryStream();
        await ReadAsync(file, bytes, HeadBytes, cancellationToken).ConfigureAwait(false);
        if (Refusal(bytes, path) is { } refusal)
        {
            yield return Rejected(RejectionKind.UnknownKind, refusal, source) with
            {
                Position = file.CanSeek ? file.Length : bytes.Length,
            };
            yield break;
        }

        // One byte over the limit is enough to refuse; a pipe does not report a length.
        await ReadAsync(file, bytes, ReadingLimits.MaxContainerBytes + 1, cancellationToken).ConfigureAwait(false);
        var content = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
        foreach (
            var result in Read(
                new FormatFile
                {
                    Name = Path.GetFileName(path),
                    Bytes = content,
                    DateOrder = options.DateOrder,
                },
                source,
                isInArchive: false
            )
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return result with
            {
                Position = content.Length,
            };
        }
    }

    /// <summary>Returns the articles of a file in memory.</summary>
    /// <param name="file">The file, not decoded.</param>
    /// <param name="source">The source of its article.</param>
    /// <param name="isInArchive">Whether it is in a ZIP archive; another archive in it is not opened.</param>
    internal static IEnumerable<ReadResult> Read(FormatFile file, string source, bool isInArchive)
    {
        var bytes = file.Bytes.Span;
        var format = FormatSniffer.OfBytes(bytes, file.Name, out var refusal);
        if (refusal is not null)
            return [Rejected(RejectionKind.UnknownKind, refusal, source)];
        if (IsTooLarge(format, file) is { } tooLarge)
            return [Rejected(RejectionKind.TooLarge, tooLarge, source)];
        if (format is null or ArticleFormat.Wire)
        {
            if (TextDecoder.Decode(bytes, out var text, isWire: format is ArticleFormat.Wire) is { } undecodable)
                return [Rejected(RejectionKind.Encoding, undecodable, source) with { HidesOthers = !FileName.MayBePlainText(file.Name) }];
            file = file with { Text = text };
            format ??= FormatSniffer.OfText(text, file.Name, out refusal);
        }

        if (refusal is not null)
            return [Rejected(RejectionKind.UnknownKind, refusal, source)];
        if (format == ArticleFormat.Lines)
            return ArticleLines.Read(file.Bytes, file.DateOrder);
        if (format == ArticleFormat.Zip)
            return isInArchive
                ? [Rejected(RejectionKind.UnknownKind, "is an archive within an archive and was not opened; unpack it", source)]
                : ReadArchive(file, source);
        return Items(format.Value, file, source);
    }

    /// <summary>
    /// Returns the entries of a feed in memory; for anything else, the reason why it is not a feed: a page that a server sends instead is
    /// not an article.
    /// </summary>
    internal static IEnumerable<ReadResult> ReadFeed(FormatFile file, string source)
    {
        var text = "";
        var format = FormatSniffer.OfBytes(file.Bytes.Span, file.Name, out var refusal);
        if (refusal is null && format is null)
        {
            if (TextDecoder.Decode(file.Bytes.Span, out text) is { } undecodable)
                return [Rejected(RejectionKind.Encoding, undecodable, source)];
            format = FormatSniffer.OfText(text, file.Name, out _);
        }

        return format == ArticleFormat.Feed || (format == ArticleFormat.Json && JsonFeed.IsIn(text))
            ? Items(format.Value, file with { Text = text }, source)
            : [Rejected(RejectionKind.UnknownKind, "is not RSS, Atom or a JSON Feed; check its address in a browser", source)];
    }

    private static IEnumerable<ReadResult> Items(ArticleFormat format, FormatFile file, string source)
    {
        var count = 0;
        foreach (var item in Readers[format].Read(file))
        {
            if (++count > ReadingLimits.MaxArticlesOfFile)
            {
                yield return Rejected(
                    RejectionKind.TooLarge,
                    $"contains more than {ReadingLimits.MaxArticlesOfFile} articles; split it",
                    source
                ) with
                {
                    HidesOthers = true,
                };
                yield break;
            }

            var itemSource = item.Number is { } number ? $"{source}#{number}" : source;
            var finished = item.Draft is { } draft
                ? DraftFinisher.Finish(draft, itemSource, file.DateOrder)
                : new FinishedDraft(null, item.Rejection, item.Kind);
            if (finished.Article is { } article)
            {
                yield return new ReadResult { Article = article, HasAmbiguousDate = finished.HasAmbiguousDate };
                continue;
            }

            // What a broken file contained is unknown.
            var hides =
                item.Number is null
                && finished.Kind is RejectionKind.Malformed or RejectionKind.TooLarge
                && format is not (ArticleFormat.PlainText or ArticleFormat.Html or ArticleFormat.Markdown);
            yield return Rejected(
                finished.Kind,
                item.Number is { } position ? $"contains an article, number {position}, that {finished.Rejection}" : finished.Rejection!,
                (item.Number is null ? null : item.Source) ?? itemSource
            ) with
            {
                HidesOthers = hides,
            };
        }
    }

    private static IEnumerable<ReadResult> ReadArchive(FormatFile archive, string source)
    {
        foreach (var entry in ZipFiles.In(archive.Bytes))
        {
            if (entry.Rejection is { } reason)
            {
                yield return Rejected(entry.Kind, reason, source) with
                {
                    HidesOthers = true,
                };
                continue;
            }

            foreach (
                var result in Read(
                    new FormatFile
                    {
                        Name = Path.GetFileName(entry.Name),
                        Bytes = entry.Bytes,
                        DateOrder = archive.DateOrder,
                    },
                    $"{source}/{entry.Name}",
                    isInArchive: true
                )
            )
                yield return result.Rejection is { } rejection
                    ? result with
                    {
                        Rejection = $"contains {entry.Name}, which {rejection}",
                    }
                    : result;
        }
    }

    private static string? Refusal(MemoryStream head, string path)
    {
        var bytes = head.GetBuffer().AsSpan(0, (int)head.Length);
        _ = FormatSniffer.OfBytes(bytes, path, out var refusal);
        // A film must not be read to its end to find that it is not a text.
        return refusal
            ?? (
                FileName.IsOther(path) && bytes.Contains((byte)0) ? $"is not a supported file type; supported are: {FileName.Known}" : null
            );
    }

    private static string? IsTooLarge(ArticleFormat? format, FormatFile file)
    {
        var limit =
            format is ArticleFormat.Zip or ArticleFormat.Docx or ArticleFormat.Pdf
            || FileName.ExtensionOf(file.Name) is ".csv" or ".tsv" or ".eml"
                ? ReadingLimits.MaxContainerBytes
                : ReadingLimits.MaxArticleBytes;
        return file.Bytes.Length > limit ? $"is larger than the permitted {limit / (1024 * 1024)} MB" : null;
    }

    private static ReadResult Rejected(RejectionKind kind, string reason, string source) =>
        new()
        {
            Rejection = reason,
            Kind = kind,
            RejectedSource = source,
        };

    private static async Task ReadAsync(Stream file, MemoryStream bytes, int upTo, CancellationToken cancellationToken)
    {
        var chunk = new byte[Math.Min(upTo, 64 * 1024)];
        int count;
        while (
            bytes.Length < upTo
            && (
                count = await file.ReadAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, upTo - bytes.Length)), cancellationToken)
                    .ConfigureAwait(false)
            ) > 0
        )
            bytes.Write(chunk, 0, count);
    }
}
