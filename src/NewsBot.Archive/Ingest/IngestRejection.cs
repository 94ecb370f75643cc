using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Represents a file, line or folder that could not be ingested.</summary>
/// <param name="File">The file or folder, as its path was given.</param>
/// <param name="Line">The line, from 1; null: the whole file.</param>
/// <param name="Reason">The reason and the remedy: the rest of a sentence that begins with the file.</param>
public sealed record IngestRejection(string File, int? Line, string Reason)
{
    /// <summary>Gets the kind of reason.</summary>
    public RejectionKind Kind { get; init; }

    /// <summary>Returns the whole sentence, on one line.</summary>
    public override string ToString() => Line is { } line ? $"{File}, line {line}, {Reason}." : $"{File} {Reason}.";
}
