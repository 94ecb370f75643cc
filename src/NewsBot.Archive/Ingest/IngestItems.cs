using System.Runtime.CompilerServices;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;
using NewsBot.Archive.Parsing.Sniffing;

namespace NewsBot.Archive.Ingest;

/// <summary>Reads everything that an ingest covers, in order.</summary>
internal static class IngestItems
{
    /// <summary>Returns the id of a folder in the store: its absolute path.</summary>
    public static string FolderOf(string path) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>Returns the total size of all files in bytes; those of unknown length count as 0.</summary>
    public static long BytesIn(IEnumerable<string> paths)
    {
        return paths.SelectMany(path => Directory.Exists(path) ? FilesIn(path) : [path]).Sum(Length);

        static IEnumerable<string> FilesIn(string folder) =>
            ArticleFiles.In(folder).Where(file => file is { Rejection: null, IsSkipped: false }).Select(file => file.Path);

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
        IEnumerable<string> paths,
        IngestLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var path in paths)
        {
            if (limits.Scan is not null || Directory.Exists(path))
            {
                await foreach (var item in ReadFolderAsync(path, limits, cancellationToken).ConfigureAwait(false))
                    yield return item;
            }
            else if (File.Exists(path))
            {
                var name = Path.GetFileName(path);
                await foreach (var item in ReadFileAsync(path, name, null, limits.Reading, cancellationToken).ConfigureAwait(false))
                    yield return item;
            }
            else
            {
                yield return new IngestItem.Problem(path, null, "does not exist, or this user may not see it");
            }
        }
    }

    /// <summary>Reads a fetched feed.</summary>
    public static IAsyncEnumerable<IngestItem> ReadAsync(FetchedFeed feed, ReadingOptions options) =>
        Read(feed, options).ToAsyncEnumerable();

    private static IEnumerable<IngestItem> Read(FetchedFeed feed, ReadingOptions options)
    {
        yield return new IngestItem.FileStart(feed.ShownAddress, feed.ShownAddress, null);
        var file = new FormatFile
        {
            Name = "feed.rss",
            Bytes = feed.Content,
            Outlet = feed.Outlet,
            DateOrder = options.DateOrder,
        };
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in WholeFile.ReadFeed(file, source: ""))
        {
            var named = result.Article is { } article ? FeedNames.Name(feed, article, result) : result;
            // If an entry occurs twice, the first is the newer one.
            if (named.Article is null || seen.Add(named.Article.Source))
                yield return new IngestItem.Read(named with { Position = feed.Content.Length });
        }

        yield return new IngestItem.FileEnd(feed.Content.Length);
    }

    private static async IAsyncEnumerable<IngestItem> ReadFolderAsync(
        string path,
        IngestLimits limits,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var folder = FolderOf(path);
        var files = limits.Scan?.Files ?? ArticleFiles.In(path).Select(found => new ScannedFile(found, Reads: true, null));
        foreach (var (file, reads, known) in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (file.IsSkipped)
            {
                yield return new IngestItem.Skipped();
            }
            else if (file.Rejection is { } reason)
            {
                yield return new IngestItem.Problem(file.Path, folder, reason)
                {
                    Kind = file.HidesOthers ? RejectionKind.Unreadable : RejectionKind.OutsideLink,
                    HidesOthers = file.HidesOthers,
                };
            }
            else if (!reads)
            {
                if (known is not null)
                    yield return new IngestItem.Kept(file.Path, folder, known);
            }
            else if (file.IsEmpty)
            {
                yield return new IngestItem.FileStart(file.Path, file.Source, folder);
                // A file of lines may be empty.
                if (!FileName.IsLines(file.Path))
                {
                    yield return new IngestItem.Read(
                        new ReadResult
                        {
                            Rejection = "is empty, or is a pipe, socket or device, which is not read from a folder",
                            Kind = RejectionKind.NoText,
                            RejectedSource = file.Source,
                            HidesOthers = !FileName.MayBePlainText(file.Path),
                        }
                    );
                }

                yield return new IngestItem.FileEnd(0);
            }
            else
            {
                var items = ReadFileAsync(file.Path, file.Source, folder, limits.Reading, cancellationToken);
                await foreach (var item in items.ConfigureAwait(false))
                    yield return item;
            }
        }

        yield return new IngestItem.FolderEnd(path, folder, limits.Scan?.Withdraws ?? true);
    }

    private static async IAsyncEnumerable<IngestItem> ReadFileAsync(
        string path,
        string source,
        string? folder,
        ReadingOptions options,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
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
