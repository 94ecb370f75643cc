namespace NewsBot.Archive.Ingest;

/// <summary>Where an ingest met an article.</summary>
/// <param name="File">Number of the file in the ledger.</param>
/// <param name="Line">Its line, from 1; null where the file is the article.</param>
internal readonly record struct Origin(int File, int? Line);
