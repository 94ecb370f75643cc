using NewsBot.Search.Tests.Index;
using NewsBot.Search.Vectors;

namespace NewsBot.Search.Tests.Vectors;

public sealed class PassageVectorsTests : IDisposable
{
    private const int Dimension = 40;

    private readonly TemporaryDirectory folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Search_ReturnsTheNearest_AsFloatsHaveThem()
    {
        using var vectors = Open();
        var all = Enumerable.Range(0, 500).ToDictionary(i => (long)i, i => Random(i));
        vectors.Add([.. all.Select(pair => Vector(pair.Key, pair.Value))]);
        var query = Random(9999);

        var hits = vectors.Search(query, 10, null, _ => true);

        var exact = all.OrderByDescending(pair => Cosine(pair.Value, query)).Take(10).ToList();
        Assert.Equal(10, hits.Count);
        Assert.All(hits, hit => Assert.Equal(Cosine(all[hit.Document], query), hit.Cosine, 0.01));
        // Quantised numbers may swap neighbours, and no more.
        Assert.True(hits.Select(hit => hit.Document).Intersect(exact.Select(pair => pair.Key)).Count() >= 9);
        Assert.Equal(exact[0].Key, hits[0].Document);
    }

    [Fact]
    public void Search_PassesOverWhatIsNotSeen()
    {
        using var vectors = Open();
        vectors.Add([
            Vector(1, Random(1), new DateOnly(2023, 5, 1)),
            Vector(2, Random(1), new DateOnly(2023, 5, 3)),
            Vector(3, Random(1)),
            Vector(4, Random(1)),
        ]);

        var hits = vectors.Search(Random(1), 10, new DateOnly(2023, 5, 2), document => document != 4);

        Assert.Equal([1, 3], hits.Select(hit => hit.Document));
    }

    [Fact]
    public void VectorWithoutADirection_IsNeverFound()
    {
        using var vectors = Open();
        vectors.Add([Vector(1, new float[Dimension]), Vector(2, [.. Enumerable.Repeat(float.NaN, Dimension)]), Vector(3, Random(3))]);

        Assert.Equal([3], vectors.Search(Random(3), 10, null, _ => true).Select(hit => hit.Document));
        Assert.True(vectors.Has(Place(1)));
    }

    [Fact]
    public void Committed_IsThereAfterARestart_AndTheRestIsNot()
    {
        using (var before = Open())
        {
            before.Add([Vector(1, Random(1)), Vector(2, Random(2))]);
            before.Commit(7, "history", _ => true);
            before.Add([Vector(3, Random(3))]);
        }

        using var vectors = Open();

        Assert.Equal((7, "history", 2), (vectors.AppliedChange, vectors.AppliedHistory, vectors.Count));
        Assert.Equal(2, vectors.Search(Random(2), 1, null, _ => true)[0].Document);
        Assert.False(vectors.Has(Place(3)));
    }

    [Fact]
    public void ManyCommits_KeepFewFilesAndEveryVector()
    {
        using (var before = Open())
        {
            for (var i = 0; i < 100; i++)
            {
                before.Add([Vector(i, Random(i))]);
                before.Commit(i, "h", _ => true);
            }
        }

        using var vectors = Open();

        Assert.InRange(Files().Length, 1, 24);
        Assert.Equal(100, vectors.Count);
        for (var i = 0; i < 100; i++)
            Assert.Equal(i, vectors.Search(Random(i), 1, null, _ => true)[0].Document);
    }

    [Fact]
    public void VectorsOfPassagesThatAreGone_GoWithAMerge()
    {
        using var vectors = Open();
        vectors.Add([.. Enumerable.Range(0, 10).Select(i => Vector(i, Random(i)))]);
        vectors.Commit(1, "h", _ => true);

        vectors.Commit(2, "h", document => document < 4);

        Assert.Equal(4, vectors.Count);
        Assert.Equal(4, vectors.CountLive(_ => true));
    }

    [Fact]
    public void ReplacedVector_IsTheLaterOne_AlsoAfterMerges()
    {
        using (var before = Open())
        {
            before.Add([Vector(1, Random(1))]);
            before.Commit(1, "h", _ => true);
            before.Add([new PassageVector(Place(1) with { Print = TextPrint.Of("new") }, Random(50))]);
            before.Commit(2, "h", _ => true);
            for (var i = 10; i < 30; i++)
            {
                before.Add([Vector(i, Random(i))]);
                before.Commit(i, "h", _ => true);
            }
        }

        using var vectors = Open();

        Assert.True(vectors.Has(Place(1) with { Print = TextPrint.Of("new") }));
        Assert.False(vectors.Has(Place(1)));
    }

    [Fact]
    public void TextThatStandsElsewhereNow_KeepsItsVector()
    {
        using var vectors = Open();
        vectors.Add([Vector(1, Random(1))]);
        var moved = Place(1) with { Document = 8, Passage = 3 };

        var missing = vectors.Reuse([moved, Place(2)]);

        Assert.Equal([Place(2)], missing);
        Assert.True(vectors.Has(moved));
        Assert.Equal([(1, 0), (8, 3)], vectors.Search(Random(1), 5, null, _ => true).Select(hit => ((int)hit.Document, hit.Passage)));
    }

    [Fact]
    public void VectorsOfAnotherModel_AreLeftOut_AndReplacedByTheNextCommit()
    {
        using (var before = Open())
        {
            before.Add([Vector(1, Random(1))]);
            before.Commit(7, "h", _ => true);
        }

        using (var other = Open("other"))
        {
            Assert.Equal((0, 0), (other.Count, other.AppliedChange));
            other.Add([new PassageVector(Place(1), new float[] { 1, 2, 3 })]);
            other.Commit(7, "h", _ => true);
        }

        Assert.Single(Files());
        using var back = Open();
        Assert.Equal(0, back.Count);
    }

    [Fact]
    public void VectorsOfAnotherLength_AreRefused_UntilAllAreCleared()
    {
        using var vectors = Open();
        vectors.Add([Vector(1, Random(1))]);
        var longer = new PassageVector(Place(1), new float[Dimension + 1]);

        Assert.Throws<ArgumentException>(() => vectors.Add([longer]));
        vectors.Clear();
        vectors.Add([longer]);

        Assert.Equal(Dimension + 1, vectors.Dimension);
        Assert.Empty(vectors.Search(Random(1), 5, null, _ => true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-1)]
    public void DamagedFile_IsLeftOut_AndTheOthersServe(int at)
    {
        using (var before = Open())
        {
            before.Add([Vector(1, Random(1))]);
            before.Commit(1, "h", _ => true);
            before.Add([Vector(2, Random(2))]);
            before.Commit(2, "h", _ => true);
        }

        var bytes = File.ReadAllBytes(Files()[0]);
        bytes[at < 0 ? bytes.Length + at : at] ^= 1;
        File.WriteAllBytes(Files()[0], bytes);
        using var vectors = Open();

        Assert.NotNull(vectors.Damage);
        Assert.Equal(0, vectors.AppliedChange);
        Assert.Equal([2], vectors.Search(Random(2), 5, null, _ => true).Select(hit => hit.Document));
    }

    [Fact]
    public void CutOrMissingFiles_AreNoMoreThanDamage()
    {
        using (var before = Open())
        {
            before.Add([Vector(1, Random(1))]);
            before.Commit(1, "h", _ => true);
        }

        File.WriteAllBytes(Files()[0], File.ReadAllBytes(Files()[0])[..20]);
        using (var cut = Open())
            Assert.Equal(0, cut.Count);
        File.Delete(Files()[0]);
        using (var missing = Open())
            Assert.Equal(0, missing.Count);
        File.WriteAllBytes(Path.Combine(folder.Path, "manifest"), [1, 2, 3]);
        using var vectors = Open();

        Assert.NotNull(vectors.Damage);
        vectors.Add([Vector(1, Random(1))]);
        vectors.Commit(5, "h", _ => true);
        using var again = PassageVectors.Open(folder.Path, "model");
        Assert.Equal((5, 1), (again.AppliedChange, again.Count));
    }

    [Fact]
    public void SecondProcess_ReadsAndDoesNotWrite()
    {
        using var first = Open();
        first.Add([Vector(1, Random(1))]);
        first.Commit(1, "h", _ => true);

        using var second = PassageVectors.Open(folder.Path, "model");

        Assert.False(second.TryBecomeWriter());
        Assert.Single(second.Search(Random(1), 5, null, _ => true));
    }

    [Fact]
    public void SumOfProducts_IsTheSame_OnEveryProcessor()
    {
        var random = new Random(5);
        for (var length = 32; length <= 1024; length += 32)
        {
            var (row, query) = (new sbyte[length], new short[length]);
            for (var i = 0; i < length; i++)
                (row[i], query[i]) = ((sbyte)random.Next(-127, 128), (short)random.Next(-127, 128));
            if (length == 1024)
                (row.AsSpan()).Fill(-127);
            if (length == 1024)
                (query.AsSpan()).Fill(127);
            var expected = row.Zip(query, (a, b) => a * b).Sum();

            Assert.Equal(expected, Quantised.DotByWidening(row, query));
            if (System.Runtime.Intrinsics.X86.Avx2.IsSupported)
                Assert.Equal(expected, Quantised.DotByPairs(row, query));
        }
    }

    private PassageVectors Open(string model = "model")
    {
        var vectors = PassageVectors.Open(folder.Path, model);
        Assert.True(vectors.TryBecomeWriter());
        return vectors;
    }

    private string[] Files() => [.. Directory.GetFiles(folder.Path, "*.vectors").Order(StringComparer.Ordinal)];

    private static PassagePlace Place(long document, DateOnly? published = null) =>
        new(document, 0, published, TextPrint.Of($"text {document}"));

    private static PassageVector Vector(long document, float[] vector, DateOnly? published = null) =>
        new(Place(document, published), vector);

    private static float[] Random(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, Dimension).Select(_ => (float)((random.NextDouble() * 6) - 3))];
    }

    private static double Cosine(float[] a, float[] b) =>
        a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(a.Sum(x => (double)x * x) * b.Sum(x => (double)x * x));
}
