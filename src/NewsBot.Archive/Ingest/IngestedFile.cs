namespace NewsBot.Archive.Ingest;

/// <summary>Represents what an ingest did with a file, in numbers of articles.</summary>
/// <param name="File">The file, as its path was given.</param>
/// <param name="Added">New articles.</param>
/// <param name="Replaced">Changed articles.</param>
/// <param name="Unchanged">Articles that were already there.</param>
/// <param name="Rejected">Lines that could not be ingested; 1 where the whole file could not.</param>
public sealed record IngestedFile(string File, int Added, int Replaced, int Unchanged, int Rejected);
