using NewsBot.Archive.Ingest;

namespace NewsBot.Arriving;

/// <summary>Represents the outcome of one turn of a feed.</summary>
/// <param name="Wait">The time until its next turn.</param>
/// <param name="Problem">What is wrong, a sentence; null: nothing.</param>
/// <param name="Report">What was ingested; null: nothing.</param>
internal sealed record FeedTurn(TimeSpan Wait, string? Problem, IngestReport? Report);
