using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.Watching;

/// <summary>Passes on what an ingest tells, but no rejection a second time as long as its file stays as it is. Not thread-safe.</summary>
internal sealed class Arrivals
{
    private readonly Dictionary<string, HashSet<string>> told = new(StringComparer.Ordinal);

    /// <summary>Forgets what was told of a file, because there is another state of it.</summary>
    public void Forget(string file) => told.Remove(file);

    /// <summary>Returns whom an ingest is to tell.</summary>
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
