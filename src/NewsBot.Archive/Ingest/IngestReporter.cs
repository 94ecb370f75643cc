namespace NewsBot.Archive.Ingest;

/// <summary>Tells whoever listens how far an ingest is.</summary>
internal sealed class IngestReporter(IProgress<IngestProgress>? progress, long bytesInAll)
{
    private int filesRead;
    private long bytesOfFinishedFiles;
    private long position;

    /// <summary>The file that is being read was read up to here.</summary>
    public void ReadTo(long bytes) => position = Math.Max(position, bytes);

    /// <summary>The file that was being read is read.</summary>
    public void FileRead()
    {
        filesRead++;
        bytesOfFinishedFiles += position;
        position = 0;
    }

    public void Committed(IReadOnlyList<IngestedArticle> articles) => Report(articles, []);

    public void Rejected(IngestRejection rejection) => Report([], [rejection]);

    private void Report(IReadOnlyList<IngestedArticle> committed, IReadOnlyList<IngestRejection> rejected) => progress?.Report(new IngestProgress
    {
        Committed = committed,
        Rejected = rejected,
        FilesRead = filesRead,
        BytesRead = bytesOfFinishedFiles + position,
        BytesInAll = bytesInAll,
    });
}
