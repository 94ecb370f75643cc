using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Represents an item that the reading half of an ingest passes to the writing half.</summary>
internal abstract record IngestItem
{
    /// <summary>Represents the start of a file.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Source">The source of its article if it is a plain text.</param>
    /// <param name="Folder">The ingested folder; null for a single file.</param>
    public sealed record FileStart(string Path, string Source, string? Folder) : IngestItem;

    /// <summary>Represents something read from the current file.</summary>
    public sealed record Read(ReadResult Result) : IngestItem;

    /// <summary>Represents a line of the current file that another line supersedes: a later one, or one of a higher version.</summary>
    public sealed record Superseded(int? Line, int? By) : IngestItem;

    /// <summary>Represents the end of the current file, which was read completely.</summary>
    public sealed record FileEnd(long Bytes) : IngestItem;

    /// <summary>Represents a file that was not read, because its content is known from an earlier pass over the folder.</summary>
    /// <param name="Path">The file.</param>
    /// <param name="Folder">The ingested folder.</param>
    /// <param name="Content">Its content.</param>
    public sealed record Kept(string Path, string Folder, FileContent Content) : IngestItem;

    /// <summary>Represents a file of a folder that was skipped.</summary>
    public sealed record Skipped : IngestItem;

    /// <summary>Represents a place where nothing could be read.</summary>
    /// <param name="Path">The file or folder.</param>
    /// <param name="Folder">The ingested folder; null for a path given on its own.</param>
    /// <param name="Reason">The reason.</param>
    public sealed record Problem(string Path, string? Folder, string Reason) : IngestItem
    {
        public RejectionKind Kind { get; init; } = RejectionKind.Unreadable;

        /// <summary>Gets a value indicating whether articles read earlier may still be there.</summary>
        public bool HidesOthers { get; init; } = true;
    }

    /// <summary>Represents the end of a folder, all of which was passed on.</summary>
    /// <param name="Path">The folder as the caller named it.</param>
    /// <param name="Folder">The ingested folder.</param>
    /// <param name="Withdraws">Whether articles that were not found are withdrawn now; false while arriving files may contain them.</param>
    public sealed record FolderEnd(string Path, string Folder, bool Withdraws = true) : IngestItem;
}
