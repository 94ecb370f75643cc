using System.Diagnostics;
using NewsBot.Search.Index;

namespace NewsBot.Benchmarks.Search;

/// <summary>What the stored index measured at one size of the corpus.</summary>
internal sealed record OwnIndex
{
    private const int Batch = 2048;

    /// <summary>Passages in the index.</summary>
    public required int Passages { get; init; }

    /// <summary>Segments in the index when nothing is left to merge.</summary>
    public required int Segments { get; init; }

    /// <summary>UTF-8 bytes of what was indexed.</summary>
    public required long TextBytes { get; init; }

    /// <summary>Bytes of the index's files.</summary>
    public required long Bytes { get; init; }

    /// <summary>Time to build and merge, without the time to make the corpus.</summary>
    public required double BuildSeconds { get; init; }

    /// <summary>Processor time of that.</summary>
    public required double BuildProcessorSeconds { get; init; }

    /// <summary>Time to open the index and check all of it.</summary>
    public required double OpenMilliseconds { get; init; }

    /// <summary>The best ten by terms alone.</summary>
    public required QueryTimes Terms { get; init; }

    /// <summary>The best ten as readers get them.</summary>
    public required QueryTimes Ranked { get; init; }

    /// <summary>Where the bytes are, as a table.</summary>
    public required string Anatomy { get; init; }

    /// <summary>Builds an index of so many times the news in a temporary folder and asks it all questions.</summary>
    public static OwnIndex Measure(NewsCorpus news, int factor, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("newsbot-search-");
        try
        {
            var (clock, processor, textBytes) = (new Stopwatch(), TimeSpan.Zero, 0L);
            using (var index = StoredPassageIndex.Open(folder.FullName))
            {
                foreach (var batch in news.Times(factor).Chunk(Batch))
                {
                    textBytes += batch.Sum(NewsCorpus.TextBytes);
                    Timed(() => index.Apply([], batch));
                }

                Timed(() =>
                {
                    index.Commit(1);
                    index.WaitForMerges();
                });
            }

            var opening = Stopwatch.StartNew();
            using var opened = StoredPassageIndex.Open(folder.FullName);
            return new OwnIndex
            {
                OpenMilliseconds = opening.Elapsed.TotalMilliseconds,
                Passages = opened.PassageCount,
                Segments = opened.Snapshot.Views.Count,
                TextBytes = textBytes,
                Bytes = folder.GetFiles().Sum(file => file.Length),
                BuildSeconds = clock.Elapsed.TotalSeconds,
                BuildProcessorSeconds = processor.TotalSeconds,
                Terms = QueryTimes.Of(
                    news.Questions,
                    rounds,
                    question => opened.Snapshot.FindCandidates(new PassageQuery { Text = question.Text }, 10)
                ),
                Ranked = QueryTimes.Of(news.Questions, rounds, question => opened.Search(new PassageQuery { Text = question.Text })),
                Anatomy = IndexAnatomy.Of(opened, textBytes),
            };

            void Timed(Action step)
            {
                var before = Environment.CpuUsage.TotalTime;
                clock.Start();
                step();
                clock.Stop();
                processor += Environment.CpuUsage.TotalTime - before;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
