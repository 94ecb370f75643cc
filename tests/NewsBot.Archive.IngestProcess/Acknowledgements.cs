using NewsBot.Archive.Ingest;

namespace NewsBot.Archive.IngestProcess;

/// <summary>Writes the source of each article that is durable, at once.</summary>
internal sealed class Acknowledgements(StreamWriter output) : IProgress<IngestProgress>
{
    public void Report(IngestProgress value)
    {
        foreach (var article in value.Committed)
            output.Write($"{article.Source}\n");
        output.Flush();
    }
}
