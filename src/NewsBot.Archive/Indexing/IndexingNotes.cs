using System.Globalization;

namespace NewsBot.Archive.Indexing;

/// <summary>Reports the progress of indexing in sentences, when it takes longer than a second. Not thread-safe.</summary>
/// <param name="time">Measures how long it takes.</param>
/// <param name="notes">Receives the sentences; null: not reported.</param>
internal sealed class IndexingNotes(TimeProvider time, Action<string>? notes)
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private long last = time.GetTimestamp();

    /// <summary>Reports that changes were applied, of those up to the newest.</summary>
    public void Report(long applied, long newest)
    {
        if (notes is null || time.GetElapsedTime(last) < Every)
            return;
        last = time.GetTimestamp();
        notes(string.Create(CultureInfo.InvariantCulture, $"Indexing new articles: {newest - applied:N0} to go."));
    }
}
