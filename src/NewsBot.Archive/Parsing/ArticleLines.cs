using System.Runtime.CompilerServices;
using NewsBot.Archive.Parsing.Dates;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads a file with one article a line.</summary>
internal static class ArticleLines
{
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path,
        ReadingOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var file = ArticleFiles.Open(path);
        var lines = new LineReader(file, ArticleReader.MaxArticleBytes);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.Number == 1 && IsOtherEncoding(lines.Line.Span) is { } encoding)
            {
                yield return new ReadResult
                {
                    Rejection = $"is {encoding}; save it as UTF-8",
                    Kind = RejectionKind.Encoding,
                    HidesOthers = true,
                };
                yield break;
            }

            var result = lines.IsTooLong
                ? new ReadResult
                {
                    Rejection = $"is longer than the permitted {ArticleReader.MaxArticleBytes / (1024 * 1024)} MB",
                    Kind = RejectionKind.TooLarge,
                }
                : ArticleLine.Parse(lines.Line, lines.Start, options.DateOrder);
            if (result is not null)
                yield return result with
                {
                    Line = lines.Number,
                    Position = lines.Position,
                    HidesOthers = result.Rejection is not null,
                };
        }
    }

    /// <summary>Returns the articles of a file in memory.</summary>
    public static IEnumerable<ReadResult> Read(ReadOnlyMemory<byte> file, DateOrder? order)
    {
        var start = file.Span.StartsWith("\uFEFF"u8) ? 3 : 0;
        for (var number = 1; start < file.Length; number++)
        {
            var length = file.Span[start..].IndexOf((byte)'\n');
            var end = length < 0 ? file.Length : start + length;
            var line = file[start..end];
            if (ArticleLine.Parse(line.Length > 0 && line.Span[^1] == '\r' ? line[..^1] : line, start, order) is { } result)
                yield return result with
                {
                    Line = number,
                    HidesOthers = result.Rejection is not null,
                };
            start = end + 1;
        }
    }

    private static string? IsOtherEncoding(ReadOnlySpan<byte> line) =>
        line switch
        {
            [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "in UTF-16",
            _ when line.Contains((byte)0) => "a binary file or in UTF-16",
            _ => null,
        };
}
