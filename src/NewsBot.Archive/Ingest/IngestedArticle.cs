namespace NewsBot.Archive.Ingest;

/// <summary>Names an article that an ingest has dealt with. What it did is durable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="File">The file that it was read from; the folder for one that was withdrawn.</param>
/// <param name="Line">Its line there, from 1; null where the file is the article.</param>
/// <param name="Outcome">What was done.</param>
public sealed record IngestedArticle(string Source, string File, int? Line, IngestOutcome Outcome);
