using System.Globalization;
using NewsBot.Search.Index.Storing;

namespace NewsBot.Search.Vectors;

/// <summary>Represents the files of vectors: blocks, a manifest, and a lock for the one process that writes. Not thread-safe.</summary>
internal sealed class VectorFolder : IDisposable
{
    private const string ManifestName = "manifest";
    private const string Extension = ".vectors";

    private readonly string path;
    private FileStream? lockFile;

    /// <summary>Opens a folder, which is created if missing.</summary>
    public VectorFolder(string path) => this.path = Directory.CreateDirectory(path).FullName;

    /// <summary>Becomes the process that writes; returns false while another one is.</summary>
    public bool TryBecomeWriter()
    {
        lockFile ??= DurableFile.TryLock(path);
        return lockFile is not null;
    }

    /// <summary>Returns the manifest; null when there is none yet.</summary>
    /// <exception cref="InvalidDataException">The manifest is damaged.</exception>
    public VectorManifest? ReadManifest()
    {
        var file = Path.Combine(path, ManifestName);
        return File.Exists(file) ? VectorManifest.Read(File.ReadAllBytes(file)) : null;
    }

    /// <summary>Opens a block of the manifest.</summary>
    /// <exception cref="InvalidDataException">The block is missing, damaged, or a different one.</exception>
    public VectorBlock Open((long Number, uint Checksum) line)
    {
        try
        {
            var block = VectorBlock.Open(FileOf(line.Number), line.Number);
            return block.Checksum == line.Checksum ? block : throw new InvalidDataException("it is not the file that the manifest names");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(failure.Message, failure);
        }
    }

    /// <summary>Writes a new file to disk, and opens it.</summary>
    public VectorBlock Create(long number, int dimension, IReadOnlyList<(VectorBlock Block, int Row)> kept)
    {
        DurableFile.Write(FileOf(number), stream => VectorBlock.Write(stream, dimension, kept));
        return VectorBlock.Open(FileOf(number), number);
    }

    /// <summary>Makes a manifest the current one in one step, and then deletes the files that are not in it.</summary>
    public void Commit(VectorManifest manifest)
    {
        DurableFile.Write(Path.Combine(path, ManifestName), stream => stream.Write(manifest.ToBytes()));
        var kept = manifest.Files.Select(line => FileOf(line.Number)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(path))
        {
            var isOurs =
                file.EndsWith(Extension, StringComparison.Ordinal)
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

    /// <inheritdoc/>
    public void Dispose() => lockFile?.Dispose();

    private string FileOf(long number) => Path.Combine(path, number.ToString("x8", CultureInfo.InvariantCulture) + Extension);
}
