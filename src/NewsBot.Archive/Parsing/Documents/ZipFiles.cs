using System.IO.Compression;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Parsing.Documents;

/// <summary>
/// Unpacks an untrusted ZIP archive: limits the number of files, their size and the compression ratio, and makes names safe.
/// </summary>
internal static class ZipFiles
{
    private const int MaxEntries = 5_000;
    private const long MaxTotalBytes = 256L * 1024 * 1024;

    // Text shrinks to a tenth; whatever shrinks further was made to exhaust the memory.
    private const int MaxRatio = 100;

    private const int RatioFromBytes = 1024 * 1024;

    /// <summary>Returns the files in the order of the archive. A fault of the archive as a whole ends the reading.</summary>
    public static IEnumerable<ZippedFile> In(ReadOnlyMemory<byte> archive)
    {
        ZipArchive? zip = null;
        ZippedFile? problem = null;
        try
        {
            zip = new ZipArchive(new MemoryStream(archive.ToArray(), writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MaxEntries)
                problem = ZippedFile.Refused(
                    RejectionKind.TooLarge,
                    $"contains {zip.Entries.Count} files; at most {MaxEntries} are read, so split it"
                );
        }
        catch (InvalidDataException)
        {
            problem = ZippedFile.Refused(RejectionKind.Malformed, "is a damaged ZIP archive; make or fetch it again");
        }

        using (zip)
        {
            if (problem is not null)
            {
                yield return problem;
                yield break;
            }

            var total = 0L;
            foreach (var entry in zip!.Entries)
            {
                if (SafeName(entry.FullName) is not { } name)
                    continue;
                var file = Unpack(entry, name, MaxTotalBytes - total);
                total += file.Bytes.Length;
                yield return file;
                if (total >= MaxTotalBytes)
                    yield break;
            }
        }
    }

    /// <summary>
    /// Returns a name without drives, roots and parent steps; null for folders, hidden files and the files of file managers.
    /// </summary>
    internal static string? SafeName(string name)
    {
        if (name.EndsWith('/') || name.EndsWith('\\'))
            return null;
        var steps = name.Replace('\\', '/')
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(step => new string([.. step.Where(c => !char.IsControl(c) && c != ':')]).Trim())
            .Where(step => step.Length > 0 && step is not ("." or ".."))
            .ToList();
        var isPassedOver = steps.Any(step => step[0] == '.' || step is "__MACOSX" or "Thumbs.db" or "desktop.ini");
        return steps.Count == 0 || isPassedOver ? null : string.Join('/', steps);
    }

    private static ZippedFile Unpack(ZipArchiveEntry entry, string name, long left)
    {
        try
        {
            if (entry.IsEncrypted)
                return ZippedFile.Refused(RejectionKind.Encoding, $"contains {name}, which is encrypted; pack it without a password");
            using var content = entry.Open();
            var bytes = new MemoryStream();
            var chunk = new byte[64 * 1024];
            int count;
            // The sizes that the archive states may be false, so the unpacked bytes are counted.
            while ((count = content.Read(chunk)) > 0)
            {
                bytes.Write(chunk, 0, count);
                if (bytes.Length > ReadingLimits.MaxArticleBytes)
                    return ZippedFile.Refused(
                        RejectionKind.TooLarge,
                        $"contains {name}, which is larger than the permitted {ReadingLimits.MaxArticleBytes / (1024 * 1024)} MB"
                    );
                if (bytes.Length > RatioFromBytes && bytes.Length > entry.CompressedLength * MaxRatio)
                    return ZippedFile.Refused(
                        RejectionKind.TooLarge,
                        $"contains {name}, which unpacks to more than the permitted {MaxRatio} times its size"
                    );
                if (bytes.Length > left)
                    return ZippedFile.Refused(RejectionKind.TooLarge, $"unpacks to more than {MaxTotalBytes / (1024 * 1024)} MB; split it");
            }

            return new ZippedFile(name, bytes.GetBuffer().AsMemory(0, (int)bytes.Length));
        }
        catch (Exception error) when (error is InvalidDataException or NotSupportedException)
        {
            return ZippedFile.Refused(
                RejectionKind.Malformed,
                $"contains {name}, which is damaged or packed in an unknown way; make or fetch the archive again"
            );
        }
    }
}
