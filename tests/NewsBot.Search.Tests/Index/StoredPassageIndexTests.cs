using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Search.Tests.Index;

public sealed class StoredPassageIndexTests : PassageIndexContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly List<StoredPassageIndex> opened = [];

    public void Dispose()
    {
        opened.ForEach(index => index.Dispose());
        directory.Dispose();
    }

    [Fact]
    public void CommittedIndex_IsThereAfterRestart()
    {
        var documents = Documents(seed: 1, count: 300);
        using (var before = StoredPassageIndex.Open(directory.Path))
        {
            before.Apply([], documents);
            before.Apply([5, 6], [documents[7] with { Passages = ["alone"] }]);
            before.Commit(41);
        }

        var after = Open();

        Assert.Equal((41, null, true), (after.AppliedChange, after.Damage, after.IsKept));
        Assert.Equal(298, after.DocumentCount);
        Assert.Equal([7], after.Search(new PassageQuery { Text = "alone" }).Select(hit => hit.Document));
        Assert.DoesNotContain(after.Documents(), document => document.Key is 5 or 6);
    }

    [Fact]
    public void WritesWithoutCommit_AreGoneAfterRestart()
    {
        using (var before = StoredPassageIndex.Open(directory.Path))
        {
            before.Apply([], [SomeDocument.With(1, "red fox")]);
            before.Commit(1);
            before.Apply([1], [SomeDocument.With(2, "grey fox")]);
        }

        var after = Open();

        Assert.Equal(1, after.AppliedChange);
        Assert.Equal([1], after.Search(new PassageQuery { Text = "fox" }).Select(hit => hit.Document));
    }

    [Fact]
    public void ManyCommits_LeaveFewFilesAndTheSameHits()
    {
        var random = new Random(3);
        var index = Open();
        var memory = new InMemoryPassageIndex();

        for (var commit = 1; commit <= 60; commit++)
        {
            var put = Enumerable
                .Range(0, 5)
                .Select(_ => SomeText.Document(random, random.Next(150)))
                .DistinctBy(document => document.Key)
                .ToList();
            var removed = new[] { (long)random.Next(150) };
            index.Apply(removed, put);
            memory.Apply(removed, put);
            index.Commit(commit);
        }

        index.WaitForMerges();
        index.Commit(61);
        var query = new PassageQuery { Text = SomeText.Words(random, 6), Top = 500 };
        Assert.Equal(memory.Search(query), index.Search(query));
        Assert.InRange(Directory.GetFiles(directory.Path, "*.segment").Length, 1, 25);
        Assert.Equal(memory.Documents().ToHashSet(), index.Documents().ToHashSet());
    }

    [Fact]
    public void SecondOpening_ReadsAndKeepsNothing()
    {
        var first = Open();
        first.Apply([], [SomeDocument.With(1, "red fox")]);
        first.Commit(1);

        var second = Open();
        second.Apply([], [SomeDocument.With(2, "grey fox")]);
        second.Commit(2);

        Assert.Equal((true, false), (first.IsKept, second.IsKept));
        Assert.Equal([1, 2], second.Search(new PassageQuery { Text = "fox" }).Select(hit => hit.Document));
        Assert.Equal([1], first.Search(new PassageQuery { Text = "fox" }).Select(hit => hit.Document));
        second.Dispose();
        first.Dispose();
        Assert.Equal(1, Open().AppliedChange);
    }

    [Fact]
    public void SearchesDuringMerges_FindEveryDocument()
    {
        var index = Open();
        index.Apply([], [.. Enumerable.Range(0, 50).Select(key => SomeDocument.With(key, "fox"))]);

        for (var commit = 1; commit <= 40; commit++)
        {
            index.Apply([], [SomeDocument.With(commit % 50, "fox")]);
            index.Commit(commit);

            Assert.Equal(50, index.Search(new PassageQuery { Text = "fox", Top = 100 }).Count);
        }
    }

    [Fact]
    public void Owner_IsKept()
    {
        var index = Open();

        index.Apply([], [SomeDocument.With(7, "fox", "owl") with { Owner = 1234 }]);
        index.Commit(1);

        Assert.Equal([new IndexedDocument(7, 1234, 2)], index.Documents());
    }

    protected override IPassageIndex CreateIndex()
    {
        var index = StoredPassageIndex.Open(Path.Combine(directory.Path, $"{opened.Count}"));
        opened.Add(index);
        return index;
    }

    private static List<IndexDocument> Documents(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(key => SomeText.Document(random, key))];
    }

    private StoredPassageIndex Open()
    {
        var index = StoredPassageIndex.Open(directory.Path);
        opened.Add(index);
        return index;
    }
}
