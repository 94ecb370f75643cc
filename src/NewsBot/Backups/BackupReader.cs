using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using NewsBot.Archive.Store;
using NewsBot.Newsroom.State;
using NewsBot.Opening;

namespace NewsBot.Backups;

/// <summary>Verifies and restores what <see cref="BackupWriter"/> wrote.</summary>
internal static class BackupReader
{
    private static readonly string[] KnownFiles = [OpenArchive.FileName, StateDatabase.FileName];

    /// <summary>Reads the whole backup, and compares every file with its hash.</summary>
    /// <exception cref="StoreException">It is not a backup, is damaged, or was written by a newer NewsBot.</exception>
    public static Task<BackupManifest> VerifyAsync(string backup, CancellationToken cancellationToken) =>
        ReadAsync(backup, _ => Stream.Null, cancellationToken);

    /// <summary>Restores a backup into a data directory. Its files get their names only when all are complete and right.</summary>
    /// <param name="backup">The backup.</param>
    /// <param name="dataDirectory">The data directory; created when missing. No process may have it open.</param>
    /// <param name="replaces">
    /// True to move what is there into a folder <c>replaced-…</c> of the data directory; false to fail where there is an archive.
    /// </param>
    /// <param name="time">The clock, which names that folder.</param>
    /// <param name="cancellationToken">Cancels, and changes nothing.</param>
    /// <exception cref="StoreException">The backup cannot be read, NewsBot is running on the data directory, or there is an archive
    /// already; nothing was changed.</exception>
    public static async Task<BackupManifest> RestoreAsync(
        string backup,
        string dataDirectory,
        bool replaces,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        if (StateCopy.IsInUse(Path.Combine(dataDirectory, StateDatabase.FileName)))
            throw new StoreException(StoreFailure.Busy, $"NewsBot is running on {dataDirectory}; stop it, then restore.");
        var present = Present(dataDirectory);
        if (present.Count > 0 && !replaces)
            throw new StoreException(
                StoreFailure.Unavailable,
                $"{dataDirectory} has an archive already; name an empty one with --data, or add --replace to move the present one aside."
            );
        var incoming = Path.Combine(dataDirectory, "restoring");
        try
        {
            if (Directory.Exists(incoming))
                Directory.Delete(incoming, recursive: true);
            Directory.CreateDirectory(incoming);
            var manifest = await ReadAsync(
                backup,
                name => new FileStream(Path.Combine(incoming, name), FileMode.CreateNew, FileAccess.Write),
                cancellationToken
            );
            MoveAside(dataDirectory, present, time);
            // The archive last: without it, an interrupted restore is not taken for a complete one.
            foreach (var file in manifest.Files.OrderBy(file => file.Name == OpenArchive.FileName))
                File.Move(Path.Combine(incoming, file.Name), Path.Combine(dataDirectory, file.Name));
            return manifest;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The backup cannot be restored into {dataDirectory} ({failure.Message.TrimEnd('.')}); check its permissions and free space.",
                failure
            );
        }
        finally
        {
            if (Directory.Exists(incoming))
                Directory.Delete(incoming, recursive: true);
        }
    }

    private static async Task<BackupManifest> ReadAsync(string backup, Func<string, Stream> open, CancellationToken cancellationToken)
    {
        try
        {
            await using var zip = await ZipFile.OpenReadAsync(backup, cancellationToken);
            var manifest = await ManifestOfAsync(zip, backup, cancellationToken);
            foreach (var file in manifest.Files)
            {
                // Only names that NewsBot writes: a manifest must not choose paths.
                if (!KnownFiles.Contains(file.Name, StringComparer.Ordinal) || zip.GetEntry(file.Name) is not { } entry)
                    throw Damaged(backup, $"the entry {file.Name} is missing or unknown");
                await using var content = await entry.OpenAsync(cancellationToken);
                await using var target = open(file.Name);
                if (await CopyAsync(content, target, file.Bytes, cancellationToken) != file.Sha256)
                    throw Damaged(backup, $"{file.Name} differs from its SHA-256");
            }

            return manifest;
        }
        catch (Exception failure) when (failure is InvalidDataException or JsonException)
        {
            throw Damaged(backup, failure.Message.ReplaceLineEndings(" ").TrimEnd('.'));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new StoreException(
                StoreFailure.Unavailable,
                $"The backup {backup} cannot be opened; check that the file exists and that this user may read it.",
                failure
            );
        }
    }

    private static async Task<BackupManifest> ManifestOfAsync(ZipArchive zip, string backup, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(BackupManifest.EntryName) is not { } entry)
            throw Damaged(backup, $"it has no {BackupManifest.EntryName}");
        await using var content = await entry.OpenAsync(cancellationToken);
        var manifest =
            await JsonSerializer.DeserializeAsync(content, BackupJson.Default.BackupManifest, cancellationToken)
            ?? throw Damaged(backup, $"its {BackupManifest.EntryName} is empty");
        return manifest.Format > BackupManifest.CurrentFormat
            ? throw new StoreException(
                StoreFailure.Newer,
                $"{backup} was written by a newer NewsBot ({manifest.NewsBot}); restore it with that."
            )
            : manifest;
    }

    /// <summary>Copies at most <paramref name="length"/> bytes, and returns the SHA-256 of what was there.</summary>
    private static async Task<string> CopyAsync(Stream content, Stream target, long length, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        long copied = 0;
        while (copied <= length && await content.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            hash.AppendData(buffer, 0, read);
            await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            copied += read;
        }

        if (target is FileStream file)
            file.Flush(flushToDisk: true);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // The log of either database belongs to it, and the index to the articles.
    private static IReadOnlyList<string> Present(string dataDirectory) =>
        Directory.Exists(dataDirectory)
            ?
            [
                .. Directory
                    .GetFileSystemEntries(dataDirectory)
                    .Select(path => Path.GetFileName(path))
                    .Where(name =>
                        name is "index" or "newsbot-log.litedb"
                        || KnownFiles.Any(known => name == known || name.StartsWith(known + "-", StringComparison.Ordinal))
                    ),
            ]
            : [];

    private static void MoveAside(string dataDirectory, IReadOnlyList<string> present, TimeProvider time)
    {
        if (present.Count == 0)
            return;
        var aside = Path.Combine(
            dataDirectory,
            string.Create(CultureInfo.InvariantCulture, $"replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}")
        );
        Directory.CreateDirectory(aside);
        foreach (var name in present)
            Directory.Move(Path.Combine(dataDirectory, name), Path.Combine(aside, name));
    }

    private static StoreException Damaged(string backup, string why) =>
        new(StoreFailure.Damaged, $"{backup} is not a complete backup ({why}); restore another one.");
}
