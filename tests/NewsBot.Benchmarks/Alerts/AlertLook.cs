namespace NewsBot.Benchmarks.Alerts;

/// <summary>What one article cost.</summary>
/// <param name="Whole">From the end of its ingest until the last post was settled on disk.</param>
/// <param name="Posts">From the end of its ingest until the channel had each post.</param>
/// <param name="Processor">Processor time.</param>
/// <param name="Allocated">Bytes allocated.</param>
internal sealed record AlertLook(TimeSpan Whole, IReadOnlyList<TimeSpan> Posts, TimeSpan Processor, long Allocated);
