using System.Runtime.CompilerServices;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads a file that has an article a line.</summary>
internal static class ArticleLines
{
    public static async IAsyncEnumerable<ReadResult> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = ArticleFiles.Open(path);
        var lines = new LineReader(file, ArticleReader.MaxArticleBytes);
        while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (lines.Number == 1 && IsOtherEncoding(lines.Line.Span) is { } encoding)
            {
                yield return new ReadResult { Rejection = $"is {encoding}; save it as UTF-8" };
                yield break;
            }

            var result = lines.IsTooLong
                ? new ReadResult { Rejection = $"is longer than {ArticleReader.MaxArticleBytes / (1024 * 1024)} MB; an article is not" }
                : ArticleLine.Parse(lines.Line, lines.Start);
            if (result is not null)
                yield return result with { Line = lines.Number, Position = lines.Position };
        }
    }

    private static string? IsOtherEncoding(ReadOnlySpan<byte> line) => line switch
    {
        [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] => "in UTF-16",
        _ when line.Contains((byte)0) => "a binary file or in UTF-16",
        _ => null,
    };
}
