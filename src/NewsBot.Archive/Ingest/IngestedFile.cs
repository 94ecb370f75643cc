namespace NewsBot.Archive.Ingest;

/// <summary>Reports what an ingest did with a file, in numbers of articles.</summary>
/// <param name="File">The file, as its path was given.</param>
/// <param name="Added">New ones.</param>
/// <param name="Replaced">Changed ones.</param>
/// <param name="Unchanged">Those that were there already.</param>
/// <param name="Rejected">Lines, or the file, that could not be ingested.</param>
public sealed record IngestedFile(string File, int Added, int Replaced, int Unchanged, int Rejected);
