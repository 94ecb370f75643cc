using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;

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

    /// <summary>A file that was not read, because an earlier pass over the folder knows what is in it.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Folder">The ingested folder.</param>
    /// <param name="Content">What it holds.</param>
    public sealed record Kept(string Path, string Folder, FileContent Content) : IngestItem;

    /// <summary>A file of a folder was passed over.</summary>
    public sealed record Skipped : IngestItem;

    /// <summary>A place where nothing could be read.</summary>
    /// <param name="Path">The file or folder.</param>
    /// <param name="Folder">The ingested folder; null for a path of its own.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Problem(string Path, string? Folder, string Reason) : IngestItem
    {
        public RejectionKind Kind { get; init; } = RejectionKind.Unreadable;

        /// <summary>Whether articles that were read before may still be there.</summary>
        public bool HidesOthers { get; init; } = true;
    }

    /// <summary>Everything in the folder was handed over.</summary>
    /// <param name="Path">The folder, as it was named.</param>
    /// <param name="Folder">The ingested folder.</param>
    /// <param name="Withdraws">Whether what was not found is withdrawn now; not while files arrive that may hold it.</param>
    public sealed record FolderEnd(string Path, string Folder, bool Withdraws = true) : IngestItem;
}
