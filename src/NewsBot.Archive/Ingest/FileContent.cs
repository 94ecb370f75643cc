using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>
/// Represents what an ingest found in a file, so that the next pass over its folder need not read it again. Written by one ingest, then
/// only read.
/// </summary>
internal sealed class FileContent
{
    /// <summary>Gets the sources of its articles.</summary>
    public List<SourceKey> Sources { get; } = [];

    /// <summary>Gets the sources of the articles that could not be read: their state in the archive stays as it is.</summary>
    public List<SourceKey> Spared { get; } = [];

    /// <summary>Gets a value indicating whether the part that could not be read may have contained articles of any source.</summary>
    public bool HidesOthers { get; private set; }

    /// <summary>
    /// Gets a value indicating whether it could not be read to its end for a reason that may pass without a change of the file.
    /// </summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>
    /// Gets or sets a value indicating whether another file has one of its sources, so that both must be read to see which one counts.
    /// </summary>
    public bool IsContested { get; set; }

    public void Reject(ReadResult result, SourceKey source)
    {
        Spared.Add(source);
        HidesOthers |= result.HidesOthers;
        IsUnreadable |= result.IsUnreadable;
    }
}
