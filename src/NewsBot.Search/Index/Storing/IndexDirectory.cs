using NewsBot.Search.Index.Segments;

namespace NewsBot.Search.Index.Storing;

/// <summary>Represents the files of an index: segments, a manifest, and a lock for one process. Not thread-safe.</summary>
internal sealed class IndexDirectory : IDisposable
{
    private const string ManifestName = "manifest";
    private const string SegmentExtension = ".segment";

    private readonly string path;
    private FileStream? lockFile;

    /// <summary>Opens a directory, which is created if missing.</summary>
    /// <exception cref="IOException">The directory cannot be created or read.</exception>
    public IndexDirectory(string path)
    {
        this.path = Directory.CreateDirectory(path).FullName;
        lockFile = DurableFile.TryLock(this.path);
    }

    /// <summary>
    /// Gets a value indicating whether this process may write: the first to open the directory writes, the others read until it has
    /// ended.
    /// </summary>
    public bool IsWriter => lockFile is not null;

    /// <summary>Tries again to become the writer, in case the process that was has ended.</summary>
    public bool TryBecomeWriter()
    {
        lockFile ??= DurableFile.TryLock(path);
        return IsWriter;
    }

    /// <summary>Returns the manifest; null when there is none yet.</summary>
    /// <exception cref="InvalidDataException">The manifest is damaged; the message names the file.</exception>
    public Manifest? ReadManifest()
    {
        var file = Path.Combine(path, ManifestName);
        try
        {
            return File.Exists(file) ? Manifest.Read(File.ReadAllBytes(file)) : null;
        }
        catch (InvalidDataException damage)
        {
            throw new InvalidDataException($"{file}: {damage.Message}", damage);
        }
    }

    /// <summary>Opens a segment of a manifest and checks all of it.</summary>
    /// <exception cref="InvalidDataException">The segment is missing, damaged, or a different one; the message names the file.</exception>
    public SegmentView Open(ManifestLine line)
    {
        var file = FileOf(line.Number);
        try
        {
            var segment = SegmentFile.Open(file, line.Number);
            if (segment.FileLength != line.Length || segment.Checksum != line.Checksum)
                throw new InvalidDataException("it is not the segment that the manifest names");
            if (line.Removed.Length != 0 && line.Removed.Length != (segment.DocumentCount + 63) / 64)
                throw new InvalidDataException("the manifest's list of removed documents does not fit it");
            return new SegmentView(segment, line.Removed.Length == 0 ? null : line.Removed);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{file}: {failure.Message}", failure);
        }
    }

    /// <summary>Writes a new segment file to disk, and opens it.</summary>
    /// <param name="number">A number that no file has.</param>
    /// <param name="write">Writes the segment.</param>
    public Segment Create(long number, Action<Stream> write)
    {
        DurableFile.Write(FileOf(number), write);
        return SegmentFile.OpenTrusted(FileOf(number), number);
    }

    /// <summary>Makes a manifest the current one in one step, after it is on disk.</summary>
    /// <remarks>
    /// If a power cut undoes the renaming but not the deletions that follow, segments are missing at the next start, and the index is
    /// built again.
    /// </remarks>
    public void Commit(Manifest manifest) =>
        DurableFile.Write(Path.Combine(path, ManifestName), stream => stream.Write(manifest.ToBytes()));

    /// <summary>
    /// Deletes all other segment files. Where the system does not allow deleting a file that another process is reading, it stays until
    /// the next time.
    /// </summary>
    public void DeleteOthers(IReadOnlyCollection<long> numbers)
    {
        var kept = numbers.Select(FileOf).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path))
        {
            var isOurs =
                file.EndsWith(SegmentExtension, StringComparison.Ordinal)
                || file.EndsWith(DurableFile.UnfinishedExtension, StringComparison.Ordinal);
            if (!isOurs || kept.Contains(file))
                continue;
            try
            {
                File.Delete(file);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Mapped by a search that has not ended; the next commit tries again.
            }
        }
    }

    /// <summary>Deletes the manifest and all segments.</summary>
    public void Clear()
    {
        File.Delete(Path.Combine(path, ManifestName));
        DeleteOthers([]);
    }

    /// <inheritdoc/>
    public void Dispose() => lockFile?.Dispose();

    private string FileOf(long number) =>
        Path.Combine(path, number.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) + SegmentExtension);
}
