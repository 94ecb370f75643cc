using System.Runtime.CompilerServices;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Sniffing;

namespace NewsBot.Archive.Parsing;

/// <summary>Reads article files. Faults of a file are results, never exceptions.</summary>
public static class ArticleReader
{
    /// <summary>
    /// Specifies the maximum size of an article's file or line, in bytes: anything longer is not an article, and would fill the memory.
    /// </summary>
    public const int MaxArticleBytes = ReadingLimits.MaxArticleBytes;

    /// <summary>Reads with the default options: see the other overload.</summary>
    public static IAsyncEnumerable<ReadResult> ReadAsync(string path, string source, CancellationToken cancellationToken) =>
        ReadAsync(path, source, new ReadingOptions(), cancellationToken);

    /// <summary>
    /// Returns the articles of a file in order, as they are read: one for a text, page or document, one for each line of a <c>.jsonl</c>,
    /// one for each entry of a feed, and so on. What cannot be read is reported, and reading goes on with the next. Memory is bounded by
    /// the largest article, or by the largest file that contains several.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="source">
    /// The source of the file's article; the lines of a <c>.jsonl</c> and the entries of a feed name their own.
    /// </param>
    /// <param name="options">The newsroom's settings for reading.</param>
    /// <param name="cancellationToken">Stops between two articles.</param>
    public static async IAsyncEnumerable<ReadResult> ReadAsync(
        string path,
        string source,
        ReadingOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        var results = FileName.IsLines(path)
            ? ArticleLines.ReadAsync(path, options, cancellationToken)
            : WholeFile.ReadAsync(path, source, options, cancellationToken);
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
                failure = Unreadable.Because(error) with { HidesOthers = !FileName.MayBePlainText(path) };
            }

            yield return failure ?? reading.Current;
            if (failure is not null)
                break;
        }
    }
}
