using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Ingest;

/// <summary>Counts what an ingest has done. Not thread-safe.</summary>
internal sealed class IngestLedger
{
    private readonly List<(string File, int[] Articles, int Rejected)> files = [];
    private readonly List<IngestRejection> rejections = [];
    private readonly List<string> notes = [];
    private readonly int[] articles = new int[Enum.GetValues<IngestOutcome>().Length];
    private readonly Dictionary<RejectionKind, int> kinds = [];
    private int rejected;
    private int skipped;
    private int embargoed;
    private int killed;

    public int FileCount => files.Count;

    public string CurrentFile => files[^1].File;

    public string FileAt(int file) => files[file].File;

    public void Begin(string file) => files.Add((file, new int[Enum.GetValues<IngestOutcome>().Length], 0));

    public void Count(int file, IngestOutcome outcome)
    {
        files[file].Articles[(int)outcome]++;
        articles[(int)outcome]++;
    }

    /// <summary>Counts an article that readers do not see, or that withdraws one they saw.</summary>
    public void CountHeld(Article article, DateTimeOffset now)
    {
        killed += article.State == ArticleState.Killed ? 1 : 0;
        embargoed += article.State != ArticleState.Killed && ArticleStanding.Alone.StageAt(article, now) == ArticleStage.Embargoed ? 1 : 0;
    }

    public void CountSkipped() => skipped++;

    public void CountWithdrawn() => articles[(int)IngestOutcome.Withdrawn]++;

    /// <summary>Counts a rejection, also for the current file where <paramref name="isOfCurrentFile"/>.</summary>
    public void Reject(IngestRejection rejection, bool isOfCurrentFile)
    {
        rejected++;
        kinds[rejection.Kind] = kinds.GetValueOrDefault(rejection.Kind) + 1;
        if (rejections.Count < IngestReport.MaxListed)
            rejections.Add(rejection);
        if (isOfCurrentFile)
            files[^1] = files[^1] with { Rejected = files[^1].Rejected + 1 };
    }

    public void Note(string sentence)
    {
        if (notes.Count < IngestReport.MaxListed)
            notes.Add(sentence);
    }

    public IngestReport Report(string? storeFailure, bool isStopped) =>
        new()
        {
            Files =
            [
                .. files.Select(file => new IngestedFile(
                    file.File,
                    file.Articles[(int)IngestOutcome.Added],
                    file.Articles[(int)IngestOutcome.Replaced],
                    file.Articles[(int)IngestOutcome.Unchanged] + file.Articles[(int)IngestOutcome.Older],
                    file.Rejected
                )),
            ],
            Added = articles[(int)IngestOutcome.Added],
            Replaced = articles[(int)IngestOutcome.Replaced],
            Unchanged = articles[(int)IngestOutcome.Unchanged] + articles[(int)IngestOutcome.Older],
            Older = articles[(int)IngestOutcome.Older],
            Withdrawn = articles[(int)IngestOutcome.Withdrawn],
            Embargoed = embargoed,
            Killed = killed,
            Skipped = skipped,
            Rejections = rejections,
            Rejected = rejected,
            RejectedByKind = kinds,
            Notes = notes,
            StoreFailure = storeFailure,
            IsStopped = isStopped,
        };
}
