using System.Runtime.CompilerServices;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads article files. What is wrong with a file is a result, never an exception.</summary>
public static class ArticleReader
{
    /// <summary>The largest article that is read, in bytes of its file or line: what is longer is not an article, and would fill the memory.</summary>
    public const int MaxArticleBytes = 16 * 1024 * 1024;

    /// <summary>
    /// Returns the articles of a file in order, as they are read: one of a plain text, one a line of a <c>.jsonl</c>. A line that cannot be read
    /// is reported, and reading goes on with the next. Memory is bounded by the largest article.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="source">The source of a plain text's article; the lines of a <c>.jsonl</c> name their own.</param>
    /// <param name="cancellationToken">Stops between two articles.</param>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var format = ArticleFormats.Of(path);
        if (format == ArticleFormat.Unknown)
        {
            yield return new ReadResult { Rejection = $"is not a kind of file that is read; these are: {ArticleFormats.Known}" };
            yield break;
        }

        var results = format == ArticleFormat.Lines ? ArticleLines.ReadAsync(path, cancellationToken) : PlainTextFile.ReadAsync(path, source, cancellationToken);
        await using var reading = results.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            ReadResult? failure = null;
            try
            {
                if (!await reading.MoveNextAsync().ConfigureAwait(false))
                    break;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
            {
                failure = Unreadable.Because(error);
            }

            yield return failure ?? reading.Current;
            if (failure is not null)
                break;
        }
    }
}
