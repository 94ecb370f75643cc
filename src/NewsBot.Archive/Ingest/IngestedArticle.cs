namespace NewsBot.Archive.Ingest;

/// <summary>Represents an article that an ingest has dealt with. The outcome is durable.</summary>
/// <param name="Source">The article's source.</param>
/// <param name="File">The file that it was read from; for a withdrawn article the folder.</param>
/// <param name="Line">The line in the file, from 1; null where the file is the article.</param>
/// <param name="Outcome">What was done.</param>
public sealed record IngestedArticle(string Source, string File, int? Line, IngestOutcome Outcome);
