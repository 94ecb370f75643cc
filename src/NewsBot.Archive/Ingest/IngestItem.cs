using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Ingest;

/// <summary>What the reading half of an ingest hands to the writing half.</summary>
internal abstract record IngestItem
{
    /// <summary>A file begins.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Source">The source of a plain text's article.</param>
    /// <param name="Folder">The ingested folder; null for a single file.</param>
    public sealed record FileStart(string Path, string Source, string? Folder) : IngestItem;

    /// <summary>Something was read of the file that began last.</summary>
    public sealed record Read(ReadResult Result) : IngestItem;

    /// <summary>Another line of the file that began last counts for this one: a later one, or one of a higher version.</summary>
    public sealed record Superseded(int? Line, int? By) : IngestItem;

    /// <summary>The file that began last was read to its end.</summary>
    public sealed record FileEnd(long Bytes) : IngestItem;

    /// <summary>A place where nothing could be read.</summary>
    /// <param name="Path">The file or folder.</param>
    /// <param name="Folder">The ingested folder; null for a path of its own.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Problem(string Path, string? Folder, string Reason) : IngestItem;

    /// <summary>Everything in the folder was handed over.</summary>
    public sealed record FolderEnd(string Path, string Folder) : IngestItem;
}
