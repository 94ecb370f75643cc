using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Tests.Ingest;

/// <summary>Keeps every report, and lets a test act between two of them.</summary>
internal sealed class RecordedProgress(Action<IngestProgress>? onReport = null) : IProgress<IngestProgress>
{
    public List<IngestProgress> Reports { get; } = [];

    public IEnumerable<IngestedArticle> Committed => Reports.SelectMany(report => report.Committed);

    public void Report(IngestProgress value)
    {
        Reports.Add(value);
        onReport?.Invoke(value);
    }
}
