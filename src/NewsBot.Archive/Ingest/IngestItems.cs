using System.Runtime.CompilerServices;
using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>Reads all that an ingest was asked for, in order.</summary>
internal static class IngestItems
{
    /// <summary>The id of a folder in the store: its absolute path.</summary>
    public static string FolderOf(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Bytes of all files together, as far as they have a length.</summary>
    public static long BytesIn(IEnumerable<string> paths)
    {
        return paths.SelectMany(path => Directory.Exists(path) ? ArticleFiles.In(path).Where(file => file.Rejection is null).Select(file => file.Path) : [path]).Sum(Length);

        static long Length(string path)
        {
            try
            {
                return new FileInfo(path).Length;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return 0;
            }
        }
    }

    public static async IAsyncEnumerable<IngestItem> ReadAsync(
        IEnumerable<string> paths, ReadingOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                await foreach (var item in ReadFolderAsync(path, options, cancellationToken).ConfigureAwait(false))
                    yield return item;
            }
            else if (File.Exists(path))
            {
                await foreach (var item in ReadFileAsync(path, Path.GetFileName(path), null, options, cancellationToken).ConfigureAwait(false))
                    yield return item;
            }
            else
            {
                yield return new IngestItem.Problem(path, null, "is not there, or this user may not see it");
            }
        }
    }

    private static async IAsyncEnumerable<IngestItem> ReadFolderAsync(
        string path, ReadingOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var folder = FolderOf(path);
        foreach (var file in ArticleFiles.In(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.Rejection is { } reason)
            {
                yield return new IngestItem.Problem(file.Path, folder, reason);
                continue;
            }

            await foreach (var item in ReadFileAsync(file.Path, file.Source, folder, options, cancellationToken).ConfigureAwait(false))
                yield return item;
        }

        yield return new IngestItem.FolderEnd(path, folder);
    }

    private static async IAsyncEnumerable<IngestItem> ReadFileAsync(
        string path, string source, string? folder, ReadingOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new IngestItem.FileStart(path, source, folder);
        var bytes = 0L;
        var repeated = new RepeatedLines(await RepeatedSources.InAsync(path, cancellationToken).ConfigureAwait(false));
        await foreach (var result in ArticleReader.ReadAsync(path, source, options, cancellationToken).ConfigureAwait(false))
        {
            bytes = Math.Max(bytes, result.Position);
            if (!repeated.HoldsBack(result, out var superseded))
                yield return new IngestItem.Read(result);
            else if (superseded is not null)
                yield return superseded;

            foreach (var held in repeated.TakeWhatIsTooMuch())
                yield return new IngestItem.Read(held);
        }

        foreach (var held in repeated.TakeAll())
            yield return new IngestItem.Read(held);
        yield return new IngestItem.FileEnd(bytes);
    }
}
