using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>Passes on the progress of an ingest, but repeats no rejection while its file stays unchanged. Not thread-safe.</summary>
internal sealed class Arrivals
{
    private readonly Dictionary<string, HashSet<string>> told = new(StringComparer.Ordinal);

    /// <summary>Forgets the rejections of a file, because the file has changed.</summary>
    public void Forget(string file) => told.Remove(file);

    /// <summary>Returns the listener for an ingest, which passes on only what is new; null where there is no listener.</summary>
    public IProgress<IngestProgress>? To(IProgress<IngestProgress>? listener) => listener is null ? null : new Once(this, listener);

    private bool IsNew(IngestRejection rejection)
    {
        if (!told.TryGetValue(rejection.File, out var reasons))
            told[rejection.File] = reasons = new HashSet<string>(StringComparer.Ordinal);
        return reasons.Add(rejection.ToString());
    }

    private sealed class Once(Arrivals arrivals, IProgress<IngestProgress> listener) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            var rejected = value.Rejected.Where(arrivals.IsNew).ToList();
            if (value.Committed.Count > 0 || rejected.Count > 0)
                listener.Report(value with { Rejected = rejected });
        }
    }
}
