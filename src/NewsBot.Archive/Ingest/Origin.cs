namespace NewsBot.Archive.Ingest;

/// <summary>Represents where an ingest found an article.</summary>
/// <param name="File">The number of the file in the ledger.</param>
/// <param name="Line">The line, from 1; null where the file is the article.</param>
internal readonly record struct Origin(int File, int? Line);
