using Microsoft.Data.Sqlite;
using NewsBot.Archive.Articles;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Archive.WireWords;

namespace NewsBot.Opening;

/// <summary>Takes over the archive of an earlier version (<c>newsbot.db</c>), once.</summary>
internal static class Takeover
{
    private const int BatchArticles = 256;

    private const int BatchChars = 1_000_000;

    /// <summary>
    /// Writes the earlier archive's articles to the new file, unless that exists already. An incomplete file never has its name.
    /// </summary>
    /// <param name="file">The new file; the earlier one is sought next to it.</param>
    /// <param name="notes">Receives a note when there is an archive to take over.</param>
    /// <param name="cancellationToken">Cancels; the next start begins again.</param>
    /// <exception cref="StoreException">The earlier archive cannot be read, or the new one cannot be written.</exception>
    public static async Task RunAsync(string file, TextWriter notes, CancellationToken cancellationToken)
    {
        var folder = Path.GetDirectoryName(file)!;
        var earlier = Path.Combine(folder, "newsbot.db");
        if (File.Exists(file) || !File.Exists(earlier))
            return;
        using var alone = LockOrThrow(Path.Combine(folder, "takeover.lock"), earlier);
        if (File.Exists(file))
            return;

        await notes.WriteLineAsync(
            $"Taking over the articles of {earlier}, where an earlier version kept them. That file stays as it is and is no longer used."
        );
        var half = Path.Combine(folder, "takeover.litedb");
        DeleteFiles(half);
        try
        {
            await CopyAsync(earlier, half, cancellationToken);
            File.Move(half, file);
        }
        catch (SqliteException failure)
        {
            throw new StoreException(
                StoreFailure.Damaged,
                $"{earlier} cannot be read ({failure.Message.TrimEnd('.')}); move it elsewhere and ingest the articles again.",
                failure
            );
        }
        finally
        {
            DeleteFiles(half);
        }
    }

    private static async Task CopyAsync(string earlier, string half, CancellationToken cancellationToken)
    {
        await using var store = await LiteDbArticleStore.OpenAsync(half, cancellationToken);
        var batch = new List<Article>();
        var (chars, folder) = (0, (string?)null);
        foreach (var (article, ingestedFrom) in EarlierArticles.In(earlier))
        {
            if (batch.Count == BatchArticles || chars >= BatchChars || ingestedFrom != folder)
                await PutAsync();
            batch.Add(WireReader.Read(article));
            (chars, folder) = (chars + article.Text.Length, ingestedFrom);
        }

        await PutAsync();

        async Task PutAsync()
        {
            await store.PutAsync(batch, folder, cancellationToken);
            batch.Clear();
            chars = 0;
        }
    }

    private static FileStream LockOrThrow(string path, string earlier)
    {
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Busy,
                $"{earlier} cannot be taken over while {path} is in use or cannot be created; wait, check this user's rights, and try again.",
                failure
            );
        }
    }

    // The file, its log and its locks.
    private static void DeleteFiles(string half) =>
        Array.ForEach(Directory.GetFiles(Path.GetDirectoryName(half)!, $"{Path.GetFileNameWithoutExtension(half)}*.litedb*"), File.Delete);
}
