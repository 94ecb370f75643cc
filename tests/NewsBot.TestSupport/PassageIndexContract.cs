using NewsBot.Search.Index;
using Xunit;

namespace NewsBot.TestSupport;

/// <summary>What every <see cref="IPassageIndex"/> must do. An engine's test class derives from it.</summary>
public abstract class PassageIndexContract
{
    /// <summary>A new, empty index.</summary>
    protected abstract IPassageIndex CreateIndex();

    /// <summary>Gets whether scores depend only on what can be found; otherwise only what is found does.</summary>
    protected virtual bool ScoresForgetEarlierWrites => true;

    [Fact]
    public void EmptyIndex_FindsNothing()
    {
        var index = CreateIndex();

        Assert.Empty(Search(index, "drones"));
        Assert.Equal((0, 0), (index.DocumentCount, index.PassageCount));
    }

    [Fact]
    public void Passage_IsFoundByOtherFormsOfItsWords()
    {
        var index = CreateIndex();

        index.Apply([], [SomeDocument.With(7, "Storms hit the coast.", "Two drones attacked Erdoğan’s residence.")]);

        Assert.Equal([(7, 1)], Search(index, "ERDOGAN attack"));
        Assert.Equal((1, 2), (index.DocumentCount, index.PassageCount));
    }

    [Fact]
    public void Headline_CountsForEveryPassage()
    {
        var index = CreateIndex();

        index.Apply(
            [],
            [SomeDocument.WithHeadline(1, "Drones over Moscow", "First words.", "Later words."), SomeDocument.With(2, "Nothing of it.")]
        );

        Assert.Equal([(1, 0), (1, 1)], Search(index, "drone"));
    }

    [Fact]
    public void Days_OfAQuestion_LimitWhatIsSeen_AndLeaveOutWhatHasNone()
    {
        var index = CreateIndex();

        index.Apply(
            [],
            [
                .. Enumerable
                    .Range(1, 4)
                    .Select(day => SomeDocument.With(day, "Drones came.") with { Published = new DateOnly(2023, 5, day) }),
                SomeDocument.With(9, "Drones came."),
            ]
        );

        PassageQuery query = new()
        {
            Text = "Where did the drones come from?",
            From = new DateOnly(2023, 5, 2),
            To = new DateOnly(2023, 5, 3),
        };
        Assert.Equal([2, 3], index.Search(query).Select(hit => hit.Document).Order());
        Assert.Equal([2, 3, 4], index.Search(query with { To = null }).Select(hit => hit.Document).Order());
        Assert.Equal([1, 2, 3], index.Search(query with { From = null }).Select(hit => hit.Document).Order());
        Assert.False(query.IsPlain);
    }

    [Fact]
    public void Owners_LimitWhatIsSeen()
    {
        var index = CreateIndex();

        index.Apply([], [.. Enumerable.Range(1, 3).Select(key => SomeDocument.With(key, "Drones came.") with { Owner = key * 10 })]);

        Assert.Equal(
            [2],
            index
                .Search(
                    new PassageQuery
                    {
                        Text = "drones",
                        Owners = new HashSet<long> { 20, 99 },
                    }
                )
                .Select(hit => hit.Document)
        );
        Assert.Empty(index.Search(new PassageQuery { Text = "drones", Owners = new HashSet<long>() }));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData("where was the")]
    [InlineData("unheard")]
    public void Query_WithoutSearchableTerm_FindsNothing(string query)
    {
        var index = CreateIndex();

        index.Apply([], [SomeDocument.With(1, "Where was the president?")]);

        Assert.Empty(Search(index, query));
    }

    [Fact]
    public void Hits_AreOrderedByHowWellTheyMatch()
    {
        var index = CreateIndex();

        index.Apply(
            [],
            [
                SomeDocument.With(1, "The minister spoke about schools today."),
                SomeDocument.With(2, "The minister resigned over the ferry contract."),
                SomeDocument.With(3, "A ferry sank near the harbour at night."),
                SomeDocument.With(4, "The minister opened a school in the harbour."),
            ]
        );
        var hits = index.Search(new PassageQuery { Text = "minister ferry" });

        // Both terms first; then the rarer term alone; then the frequent one.
        Assert.Equal([2, 3], hits.Take(2).Select(hit => hit.Document));
        Assert.Equal([1, 4], hits.Skip(2).Select(hit => hit.Document).Order());
        Assert.All(hits, hit => Assert.True(hit.Score > 0));
        Assert.Equal(hits.Select(hit => hit.Score).OrderDescending(), hits.Select(hit => hit.Score));
    }

    [Fact]
    public void EqualScores_AreOrderedByKeyThenPassage()
    {
        var index = CreateIndex();

        index.Apply([], [SomeDocument.With(30, "red fox"), SomeDocument.With(31, "red fox")]);
        index.Apply([], [SomeDocument.With(-5, "red fox"), SomeDocument.With(4, "red fox")]);

        Assert.Equal([(-5, 0), (4, 0), (30, 0), (31, 0)], Search(index, "fox"));
        Assert.Equal([(-5, 0), (4, 0), (30, 0)], Search(index, "fox", top: 3));
        Assert.Equal(4, Search(index, "fox", top: int.MaxValue).Count);
    }

    [Fact]
    public void Top_BelowOne_IsRefused()
    {
        var index = CreateIndex();

        Assert.Throws<ArgumentOutOfRangeException>(() => Search(index, "fox", top: 0));
    }

    [Fact]
    public void KnownKey_IsReplaced()
    {
        var index = CreateIndex();
        index.Apply([], [SomeDocument.With(1, "red fox", "white owl"), SomeDocument.With(2, "grey wolf")]);

        index.Apply([], [SomeDocument.With(1, "black bear")]);

        Assert.Empty(Search(index, "fox owl"));
        Assert.Equal([(1, 0)], Search(index, "bear"));
        Assert.Equal((2, 2), (index.DocumentCount, index.PassageCount));
    }

    [Fact]
    public void RemovedDocument_IsGoneAtOnce()
    {
        var index = CreateIndex();
        index.Apply([], [SomeDocument.With(1, "red fox"), SomeDocument.With(2, "grey fox")]);

        index.Apply([1, 99], []);

        Assert.Equal([(2, 0)], Search(index, "fox"));
        Assert.Equal((1, 1), (index.DocumentCount, index.PassageCount));
    }

    [Fact]
    public void KeyRemovedAndPut_InOneStep_IsThere()
    {
        var index = CreateIndex();
        index.Apply([], [SomeDocument.With(1, "red fox")]);

        index.Apply([1], [SomeDocument.With(1, "grey wolf")]);

        Assert.Empty(Search(index, "fox"));
        Assert.Equal([(1, 0)], Search(index, "wolf"));
    }

    [Fact]
    public void KeyTwiceInOneStep_IsRefusedAndChangesNothing()
    {
        var index = CreateIndex();
        index.Apply([], [SomeDocument.With(1, "red fox")]);

        Assert.Throws<ArgumentException>(() => index.Apply([1], [SomeDocument.With(2, "owl"), SomeDocument.With(2, "wolf")]));

        Assert.Equal([(1, 0)], Search(index, "fox owl wolf"));
    }

    [Fact]
    public void AsOf_HidesWhatWasPublishedLater()
    {
        var index = CreateIndex();
        var day = new DateOnly(2023, 5, 3);
        index.Apply(
            [],
            [
                SomeDocument.With(1, "red fox") with
                {
                    Published = day,
                },
                SomeDocument.With(2, "red fox") with
                {
                    Published = day.AddDays(1),
                },
                SomeDocument.With(3, "red fox"),
            ]
        );

        Assert.Equal([(1, 0), (3, 0)], Search(index, "fox", asOf: day));
        Assert.Equal([(3, 0)], Search(index, "fox", asOf: day.AddDays(-1)));
        Assert.Equal([(1, 0), (2, 0), (3, 0)], Search(index, "fox"));
        Assert.Equal([(1, 0)], Search(index, "fox", asOf: day, top: 1));
    }

    [Fact]
    public void Scores_DoNotDependOnTheWritesThatLedThere()
    {
        var documents = Enumerable
            .Range(1, 60)
            .Select(key =>
                SomeDocument.WithHeadline(
                    key,
                    key % 3 == 0 ? "Fox news" : "Owl",
                    $"fox {key} wolf",
                    string.Concat(Enumerable.Repeat("owl bear ", key % 7))
                )
            )
            .ToList();
        var inOneStep = CreateIndex();
        var inMany = CreateIndex();

        inOneStep.Apply([], documents);
        foreach (var document in documents.AsEnumerable().Reverse())
            inMany.Apply([], [document with { Passages = ["bear fox fox"] }, SomeDocument.With(document.Key + 1000, "wolf fox owl")]);
        foreach (var document in documents)
            inMany.Apply([document.Key + 1000], [document]);

        var query = new PassageQuery { Text = "fox wolf owl 17", Top = 1000 };
        var (expected, found) = (inOneStep.Search(query), inMany.Search(query));
        Assert.Equal(Places(expected).Order(), Places(found).Order());
        if (ScoresForgetEarlierWrites)
            Assert.Equal(expected, found);
        Assert.Equal((inOneStep.DocumentCount, inOneStep.PassageCount), (inMany.DocumentCount, inMany.PassageCount));
    }

    [Fact]
    public async Task Searches_DuringWrites_SeeAllOfAWriteOrNothing()
    {
        var index = CreateIndex();
        index.Apply([], [SomeDocument.With(1, "fox"), SomeDocument.With(2, "fox")]);
        using var done = new CancellationTokenSource();

        var searching = Enumerable
            .Range(0, 2)
            .Select(_ =>
                Task.Run(() =>
                {
                    var searches = 0;
                    do
                    {
                        // Each write gives both documents the same new text: half of a write would show as scores that differ.
                        var hits = index.Search(new PassageQuery { Text = "fox" });
                        Assert.Equal([1, 2], hits.Select(hit => hit.Document));
                        Assert.Equal(hits[0].Score, hits[1].Score);
                        searches++;
                    } while (!done.IsCancellationRequested);
                    return searches;
                })
            )
            .ToList();
        for (var write = 1; write <= 300; write++)
        {
            var text = "fox" + string.Concat(Enumerable.Repeat(" owl", write % 5));
            index.Apply([], [SomeDocument.With(1, text), SomeDocument.With(2, text)]);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(searching), searches => Assert.True(searches > 0));
    }

    private static IEnumerable<(long Document, int Passage)> Places(IEnumerable<PassageHit> hits) =>
        hits.Select(hit => (hit.Document, hit.Passage));

    private static IReadOnlyList<(long Document, int Passage)> Search(
        IPassageIndex index,
        string text,
        int top = 10,
        DateOnly? asOf = null
    ) =>
        [
            .. index
                .Search(
                    new PassageQuery
                    {
                        Text = text,
                        Top = top,
                        AsOf = asOf,
                    }
                )
                .Select(hit => (hit.Document, hit.Passage)),
        ];
}
