namespace NewsBot.Archive.Ingest;

/// <summary>Reports the progress of an ingest to a listener, if there is one.</summary>
internal sealed class IngestReporter(IProgress<IngestProgress>? progress, long bytesInAll)
{
    private int filesRead;
    private long bytesOfFinishedFiles;
    private long position;

    /// <summary>Records how far the current file has been read, in bytes.</summary>
    public void ReadTo(long bytes) => position = Math.Max(position, bytes);

    /// <summary>Records that the current file has been read.</summary>
    public void FileRead()
    {
        filesRead++;
        bytesOfFinishedFiles += position;
        position = 0;
    }

    public void Committed(IReadOnlyList<IngestedArticle> articles) => Report(articles, []);

    public void Rejected(IngestRejection rejection) => Report([], [rejection]);

    private void Report(IReadOnlyList<IngestedArticle> committed, IReadOnlyList<IngestRejection> rejected) =>
        progress?.Report(
            new IngestProgress
            {
                Committed = committed,
                Rejected = rejected,
                FilesRead = filesRead,
                BytesRead = bytesOfFinishedFiles + position,
                BytesInAll = bytesInAll,
            }
        );
}
