using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>
/// What an ingest found in a file, so that the next pass over its folder need not read it again. Filled by one ingest, then only read.
/// </summary>
internal sealed class FileContent
{
    /// <summary>What its articles are called.</summary>
    public List<SourceKey> Sources { get; } = [];

    /// <summary>What those would be called that could not be read: what the archive has of them stays.</summary>
    public List<SourceKey> Spared { get; } = [];

    /// <summary>Whether what could not be read may have held articles of any source.</summary>
    public bool HidesOthers { get; private set; }

    /// <summary>Whether it could not be read to its end for a reason that passes without a change of the file.</summary>
    public bool IsUnreadable { get; private set; }

    /// <summary>Whether another file has one of its sources, so that it has to be read to know whose turn it is.</summary>
    public bool IsContested { get; set; }

    public void Reject(ReadResult result, SourceKey source)
    {
        Spared.Add(source);
        HidesOthers |= result.HidesOthers;
        IsUnreadable |= result.IsUnreadable;
    }
}
