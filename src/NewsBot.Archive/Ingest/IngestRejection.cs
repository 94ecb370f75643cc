using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Names a file, line or folder that could not be ingested.</summary>
/// <param name="File">The file or folder, as its path was given.</param>
/// <param name="Line">The line, from 1; null where the whole file is meant.</param>
/// <param name="Reason">Why, and what to do: the rest of a sentence that begins with the file.</param>
public sealed record IngestRejection(string File, int? Line, string Reason)
{
    /// <summary>Gets what kind of reason it is.</summary>
    public RejectionKind Kind { get; init; }

    /// <summary>Returns the whole sentence, on one line.</summary>
    public override string ToString() => Line is { } line ? $"{File}, line {line}, {Reason}." : $"{File} {Reason}.";
}
