using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using NewsBot.Archive.LiteDb;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.State;
using NewsBot.Opening;
using NewsBot.Text;

namespace NewsBot.Backups;

/// <summary>Writes a backup of a data directory while NewsBot runs: one ZIP file with the articles and the state.</summary>
/// <remarks>The index and the vectors are left out, because they are derived from the articles and are rebuilt.</remarks>
internal static class BackupWriter
{
    /// <summary>Writes a backup. The file gets its name when it is complete and on disk.</summary>
    /// <param name="dataDirectory">The data directory.</param>
    /// <param name="target">The file; it must not exist. During the work, a folder next to it contains the copies.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Cancels, and leaves nothing behind.</param>
    /// <exception cref="StoreException">There is nothing to back up, or a file cannot be read or written; nothing is left behind.</exception>
    public static async Task<BackupManifest> WriteAsync(
        string dataDirectory,
        string target,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var archive = Path.Combine(dataDirectory, OpenArchive.FileName);
        var state = Path.Combine(dataDirectory, StateDatabase.FileName);
        if (!File.Exists(archive))
            throw new StoreException(
                StoreFailure.NotAnArchive,
                $"{dataDirectory} has no archive to back up; name its data directory with --data."
            );
        if (File.Exists(target) || Directory.Exists(target))
            throw new StoreException(StoreFailure.Unavailable, $"{target} exists already; name another file, or move it away.");
        var copies = target + ".partial";
        try
        {
            // A killed backup may have left one.
            if (Directory.Exists(copies))
                Directory.Delete(copies, recursive: true);
            Directory.CreateDirectory(copies);
            var created = time.GetUtcNow();
            if (File.Exists(state))
                StateCopy.Write(state, Path.Combine(copies, StateDatabase.FileName));
            var articles = await CopyArticlesAsync(archive, Path.Combine(copies, OpenArchive.FileName), cancellationToken);
            var files = new List<BackupFile>();
            foreach (var name in Directory.GetFiles(copies).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal))
                files.Add(await DescribeAsync(Path.Combine(copies, name), name, cancellationToken));
            var manifest = new BackupManifest(BackupManifest.CurrentFormat, ProductVersion.Full, created, articles, files);
            var zip = Path.Combine(copies, "backup.zip");
            await PackAsync(zip, copies, manifest, cancellationToken);
            File.Move(zip, target);
            return manifest;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The backup {target} cannot be written ({failure.Message.TrimEnd('.')}); free some space there, or name another file.",
                failure
            );
        }
        finally
        {
            if (Directory.Exists(copies))
                Directory.Delete(copies, recursive: true);
        }
    }

    private static async Task<int> CopyArticlesAsync(string archive, string copy, CancellationToken cancellationToken)
    {
        await using var store = await LiteDbArticleStore.OpenAsync(archive, cancellationToken);
        return await store.CopyToAsync(copy, cancellationToken);
    }

    private static async Task<BackupFile> DescribeAsync(string path, string name, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        return new BackupFile(name, file.Length, Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken)));
    }

    private static async Task PackAsync(string zip, string copies, BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using var output = new FileStream(zip, FileMode.CreateNew);
        await using (var archive = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, true, null, cancellationToken))
        {
            await using (var entry = await archive.CreateEntry(BackupManifest.EntryName).OpenAsync(cancellationToken))
                await JsonSerializer.SerializeAsync(entry, manifest, BackupJson.Default.BackupManifest, cancellationToken);
            foreach (var file in manifest.Files)
                await archive.CreateEntryFromFileAsync(
                    Path.Combine(copies, file.Name),
                    file.Name,
                    CompressionLevel.Fastest,
                    cancellationToken
                );
        }

        output.Flush(flushToDisk: true);
    }
}
