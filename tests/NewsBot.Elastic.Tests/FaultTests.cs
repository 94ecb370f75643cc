using NewsBot.Elastic.Tests.StandIn;
using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Elastic.Tests;

/// <summary>Whatever the engine does, a search shows a write whole or not at all, and a failure says what to do.</summary>
public sealed class FaultTests : IAsyncLifetime
{
    private ElasticIndices indices = null!;

    private EngineStandIn Engine => indices.Engine;

    [Theory]
    [InlineData("_bulk", "TooBusy")]
    [InlineData("_bulk", "Unavailable")]
    [InlineData("_bulk", "Dropped")]
    [InlineData("_bulk", "HalfTooBusy")]
    [InlineData("_refresh", "Unavailable")]
    [InlineData("_refresh", "Dropped")]
    public void PassingFault_OfAWrite_IsRepeated(string verb, string fault)
    {
        var index = Filled("articles");

        Engine.Fail(verb, Enum.Parse<EngineFault>(fault));
        index.Apply([1], [SomeDocument.With(2, "grey fox"), SomeDocument.With(3, "white fox", "old fox")]);

        Assert.Equal([2, 3, 3], Found(index, "fox"));
    }

    [Theory]
    [InlineData("_bulk", "TooBusy", 4)]
    [InlineData("_bulk", "Dropped", 4)]
    [InlineData("_bulk", "HalfTooBusy", 4)]
    [InlineData("_bulk", "HalfRefused", 1)]
    [InlineData("_refresh", "ShardsFailed", 1)]
    [InlineData("_refresh", "Unavailable", 4)]
    public void LastingFault_OfAWrite_LeavesNothingOfItToSee_AndTheNextWriteSucceeds(string verb, string fault, int times)
    {
        var index = Filled("articles");
        IndexDocument[] put = [SomeDocument.With(1, "new fox"), SomeDocument.With(2, "grey fox", "white fox")];

        Engine.Fail(verb, Enum.Parse<EngineFault>(fault), times);
        var failure = Assert.Throws<IOException>(() => index.Apply([], put));

        Assert.Contains("Elasticsearch", failure.Message, StringComparison.Ordinal);
        Assert.Equal([1], Found(index, "fox"));
        Assert.Empty(Found(index, "new grey white"));
        Assert.Equal((1, 1), (index.DocumentCount, index.PassageCount));
        index.Apply([], put);
        Assert.Equal([1, 2, 2], Found(index, "fox"));
        Assert.Empty(Found(index, "red"));
    }

    [Theory]
    [InlineData("ShardsFailed")]
    [InlineData("TimedOut")]
    [InlineData("Unauthorized")]
    public void Search_ThatIsNotAnsweredForAll_Fails(string fault)
    {
        var index = Filled("articles");

        Engine.Fail("_search", Enum.Parse<EngineFault>(fault));

        Assert.Throws<IOException>(() => Found(index, "fox"));
        Assert.Equal([1], Found(index, "fox"));
    }

    [Fact]
    public void WhatWasNotCommitted_IsGoneAfterARestart_AndWhatWasIsThere()
    {
        var first = Filled("articles");
        first.Commit(7, "store");
        first.Apply([1], [SomeDocument.With(2, "grey fox")]);
        first.Dispose();

        var second = indices.Open("articles");

        Assert.Equal((7, "store"), (second.AppliedChange, second.AppliedHistory));
        Assert.Equal([1], Found(second, "fox"));
        Assert.Equal([new IndexedDocument(1, 0, 1)], second.Documents());
        Assert.Equal(1, Engine.DocumentsIn("articles"));
    }

    [Fact]
    public void Commit_DeletesWhatWasReplaced_AlsoAfterConflicts()
    {
        var index = Filled("articles");
        index.Commit(1, "store");
        index.Apply([], [SomeDocument.With(1, "grey fox")]);
        index.Apply([], [SomeDocument.With(1, "white fox")]);

        Engine.Fail("_delete_by_query", EngineFault.HalfRefused, times: 4);
        index.Commit(2, "store");
        Assert.Equal([1], Found(index, "fox"));
        Assert.Empty(Found(index, "red grey"));
        index.Commit(3, "store");

        Assert.Equal(1, Engine.DocumentsIn("articles"));
        Assert.Equal([1], Found(index, "fox"));
    }

    [Theory]
    [InlineData("Conflict")]
    [InlineData("Dropped")]
    public void Commit_ThatMeetsAnother_IsRepeated(string fault)
    {
        var index = Filled("articles");

        Engine.Fail("PUT /{index}/_doc", Enum.Parse<EngineFault>(fault));
        index.Commit(7, "store");
        index.Dispose();

        Assert.Equal(7, indices.Open("articles").AppliedChange);
    }

    [Fact]
    public void SecondProcess_AddsForItselfAlone()
    {
        var writer = Filled("articles");
        writer.Commit(1, "store");

        var other = indices.Open("articles");
        other.Apply([1], [SomeDocument.With(2, "grey fox")]);
        other.Commit(2, "store");

        Assert.False(other.IsKept);
        Assert.Equal([2], Found(other, "fox"));
        Assert.Equal([1], Found(writer, "fox"));
        writer.Apply([], [SomeDocument.With(3, "white fox")]);
        Assert.Equal([1, 3], Found(writer, "fox"));
        Assert.Equal([2], Found(other, "fox"));
    }

    [Fact]
    public void AnotherHost_OnTheSameIndex_StopsTheFirstFromCommitting()
    {
        var first = Filled("articles");
        using var folder = new TemporaryFolder();
        indices.Open("articles", options => options with { LockFolder = folder.Root });

        Assert.Contains("Search:Index", Assert.Throws<IOException>(() => first.Commit(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherProduct_AndWrongKey_AreNamed_WithoutTheKey()
    {
        Engine.Fail("HEAD", EngineFault.OtherProduct);
        Engine.Fail("PUT /{index}", EngineFault.OtherProduct);
        Assert.Contains("OpenSearch", Assert.Throws<IOException>(() => indices.Open("other")).Message, StringComparison.Ordinal);

        Engine.Fail("HEAD", EngineFault.Unauthorized);
        var refused = Assert.Throws<IOException>(() => indices.Open("keyed", options => options with { ApiKey = "c2VjcmV0" }));
        Assert.Contains("Search:ApiKey", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", refused.ToString(), StringComparison.Ordinal);
        Assert.Contains(Engine.Requests, request => request.Authorization == "ApiKey c2VjcmV0");
        Assert.DoesNotContain("c2VjcmV0", (indices.Options("keyed") with { ApiKey = "c2VjcmV0" }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void LargeWrite_IsSentInBoundedRequests_AndSeenWhole()
    {
        var index = indices.Open("articles", options => options with { RequestBytes = 5_000 });

        index.Apply([], [.. Enumerable.Range(1, 100).Select(key => SomeDocument.With(key, $"red fox {key}"))]);

        var bulks = Engine.Requests.Where(request => request.Name.EndsWith("_bulk", StringComparison.Ordinal)).ToList();
        Assert.True(bulks.Count > 3);
        Assert.All(bulks, bulk => Assert.True(bulk.Bytes < 6_000));
        Assert.Equal(100, index.DocumentCount);
        Assert.Equal(100, index.Search(new PassageQuery { Text = "fox", Top = 1000 }).Count);
    }

    [Theory]
    [InlineData("\"red fox\"", new long[] { 1 })]
    [InlineData("\"fox of the forest\"", new long[] { 3 })]
    [InlineData("\"fox forest\"", new long[] { })]
    [InlineData("fox -red", new long[] { 3, 4 })]
    [InlineData("+fox +grey", new long[] { 2 })]
    [InlineData("fox source:DESK-b", new long[] { 4 })]
    [InlineData("fox source:d*sk", new long[] { })]
    [InlineData("fox before:2023-05-03", new long[] { 1 })]
    [InlineData("fox after:2023-05-03", new long[] { 3 })]
    [InlineData("fox after:9999", new long[] { })]
    public void Operators_FilterAsInTheLocalIndex(string text, long[] expected)
    {
        IndexDocument[] documents =
        [
            SomeDocument.With(1, "The red fox ran.") with
            {
                Published = new DateOnly(2023, 4, 2),
            },
            SomeDocument.With(2, "A grey fox, not a red one.") with
            {
                Published = new DateOnly(2023, 5, 3),
            },
            SomeDocument.With(3, "A fox of the forest.") with
            {
                Published = new DateOnly(2023, 5, 10),
            },
            SomeDocument.With(4, "A fox.") with
            {
                RightsClass = 2,
                Source = "Desk-B/6.txt",
            },
        ];
        var (index, local) = (indices.OpenNew(), new InMemoryPassageIndex());
        index.Apply([], documents);
        local.Apply([], documents);

        Assert.Equal(expected, Found(index, text).Order());
        Assert.Equal(expected, Found(local, text).Order());
        Assert.Equal([4L], index.Search(new PassageQuery { Text = "fox", VisibleRights = 1 << 2 }).Select(hit => hit.Document));
    }

    public async ValueTask InitializeAsync() => indices = await ElasticIndices.StartAsync();

    public async ValueTask DisposeAsync()
    {
        var refusals = Engine.Refusals.ToList();
        await indices.DisposeAsync();
        Assert.Equal([], refusals);
    }

    private ElasticPassageIndex Filled(string name)
    {
        var index = indices.Open(name);
        index.Apply([], [SomeDocument.With(1, "red fox")]);
        return index;
    }

    private static List<long> Found(IPassageIndex index, string text) =>
        [.. index.Search(new PassageQuery { Text = text }).Select(hit => hit.Document).Order()];
}
