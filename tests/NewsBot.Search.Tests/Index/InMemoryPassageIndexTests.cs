using FsCheck;
using FsCheck.Fluent;
using NewsBot.Search.Index;
using NewsBot.Search.Index.Ranking;
using NewsBot.TestSupport;

namespace NewsBot.Search.Tests.Index;

public class InMemoryPassageIndexTests : PassageIndexContract
{
    private static readonly Gen<string> Text = Gen.Elements("fox", "foxes", "owl", "wolf", "bear", "the", "2.30am", "U.S.", "Erdoğan’s")
        .ListOf()
        .Select(words => string.Join(' ', words));

    private static readonly Gen<IndexDocument> Document =
        from key in Gen.Choose(0, 25)
        from headline in Text
        from day in Gen.Choose(0, 6)
        from passages in Text.ListOf()
        select SomeDocument.WithHeadline(key, headline, [.. passages]) with
        {
            Published = day == 0 ? null : new DateOnly(2023, 5, day),
        };

    private static readonly Gen<(List<long> Removed, List<IndexDocument> Put)> Write =
        from removed in Gen.Choose(0, 25).ListOf()
        from put in Document.ListOf()
        select (removed.Select(key => (long)key).ToList(), put.DistinctBy(document => document.Key).ToList());

    private static readonly Gen<PassageQuery> Query =
        from text in Text
        from top in Gen.Choose(1, 200)
        from day in Gen.Choose(0, 6)
        select new PassageQuery
        {
            Text = text,
            Top = top,
            AsOf = day == 0 ? null : new DateOnly(2023, 5, day),
        };

    protected override IPassageIndex CreateIndex() => new InMemoryPassageIndex();

    [Fact]
    public void AnyWrites_LeadToTheScoresOfTheNaiveIndex()
    {
        var runs = from writes in Write.ListOf() from query in Query select (writes, query);

        Prop.ForAll(
                runs.ToArbitrary(),
                run =>
                {
                    var weights = new Bm25Weights();
                    var index = new InMemoryPassageIndex(weights, new RankingWeights());
                    var naive = new NaivePassageIndex(weights);

                    foreach (var (removed, put) in run.writes)
                    {
                        index.Apply(removed, put);
                        naive.Apply(removed, put);
                    }

                    AssertSame(naive.Search(run.query with { Top = int.MaxValue }), ByTermsAlone(index, run.query), run.query.Text);
                    Assert.Equal(index.Search(run.query with { Top = int.MaxValue }).Take(run.query.Top), index.Search(run.query));
                    Assert.Equal((naive.DocumentCount, naive.PassageCount), (index.DocumentCount, index.PassageCount));
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void ManySmallWrites_LeaveFewSegments()
    {
        var index = new InMemoryPassageIndex();

        for (var key = 0; key < 2_000; key++)
            index.Apply([], [SomeDocument.With(key, $"fox {key}")]);

        Assert.Equal(2_000, index.DocumentCount);
        Assert.InRange(index.SegmentCount, 1, 40);
        Assert.Equal(
            [new(1_234, 0, index.Search(new PassageQuery { Text = "1234" })[0].Score)],
            index.Search(new PassageQuery { Text = "1234" })
        );
    }

    [Fact]
    public void SegmentsOfRemovedDocuments_GoAway()
    {
        var index = new InMemoryPassageIndex();
        index.Apply([], [.. Enumerable.Range(0, 100).Select(key => SomeDocument.With(key, "fox"))]);

        index.Apply([.. Enumerable.Range(0, 100).Select(key => (long)key)], []);

        Assert.Equal(0, index.SegmentCount);
        Assert.Equal((0, 0), (index.DocumentCount, index.PassageCount));
    }

    private static List<PassageHit> ByTermsAlone(InMemoryPassageIndex index, PassageQuery query) =>
        index.Snapshot.FindCandidates(query, int.MaxValue) is { } found
            ?
            [
                .. found.Candidates.Select(candidate => new PassageHit(
                    candidate.Key,
                    candidate.Number,
                    candidate.Score / found.Search.Scale
                )),
            ]
            : [];

    // Scores are whole numbers of 1/65,536: each word's part is rounded by up to half of that, and half more covers what the words' parts
    // lose in single precision, of which eight operations with 24 bits lose less than a millionth of the score. Ties may swap by as much.
    private static void AssertSame(IReadOnlyList<PassageHit> expected, List<PassageHit> actual, string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Count();
        var scores = actual.ToDictionary(hit => (hit.Document, hit.Passage), hit => hit.Score);
        Assert.Equal(expected.Count, actual.Count);
        Assert.All(expected, hit => Assert.Equal(hit.Score, scores[(hit.Document, hit.Passage)], Tolerance(hit.Score)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Score, pair.Second.Score, Tolerance(pair.First.Score)));

        double Tolerance(double score) => Math.Max(double.Epsilon, (words / 65_536.0) + (score * 1e-6));
    }
}
