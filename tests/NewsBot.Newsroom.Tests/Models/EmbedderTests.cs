using NewsBot.Archive.Embedding;
using NewsBot.Newsroom.Models;
using NewsBot.Newsroom.Orchestration;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Models;

namespace NewsBot.Newsroom.Tests.Models;

public sealed class EmbedderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_GetTheirVectors_InOrder_WithTheirPrefix()
    {
        await using var server = await ScriptedModelServer.StartAsync();
        var embedder = Embedder(Options(server) with { QueryPrefix = "query: ", PassagePrefix = "passage: " }, TimeProvider.System);

        var passages = await embedder.EmbedPassagesAsync(["one \"quoted\"\n", "two"], Cancellation);
        var query = await embedder.EmbedQueryAsync("three", Cancellation);

        Assert.Equal(
            [
                ["passage: one \"quoted\"\n", "passage: two"],
                ["query: three"],
            ],
            server.EmbeddingCalls
        );
        Assert.Equal(ScriptedVectors.Of("passage: two"), passages[1].ToArray());
        Assert.Equal(ScriptedVectors.Of("query: three"), query!.Value.ToArray());
        Assert.NotEqual(embedder.Model, Embedder(Options(server), TimeProvider.System).Model);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":"AACA"}]}""")]
    [InlineData("""{"data":{}}""")]
    [InlineData("no JSON")]
    public async Task Response_ThatIsNotOfTheTexts_IsRefused(string json)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings = _ => EmbeddingReply.Body(json);

        await Assert.ThrowsAsync<EmbeddingException>(() =>
            Embedder(Options(server), TimeProvider.System).EmbedPassagesAsync(["one", "two"], Cancellation)
        );
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[0,1.0]}]}""")]
    [InlineData("""{"data":[{"index":0,"embedding":"AACAPwAAAAA="},{"index":1,"embedding":"AAAAAAAAgD8="}]}""")]
    [InlineData("""{"data":[{"embedding":[1,0]},{"embedding":[0,1]}]}""")]
    public async Task Response_IsReadAsEndpointsWriteIt(string json)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings = _ => EmbeddingReply.Body(json);

        var vectors = await Embedder(Options(server), TimeProvider.System).EmbedPassagesAsync(["one", "two"], Cancellation);

        Assert.Equal(
            [
                [1f, 0f],
                [0f, 1f],
            ],
            vectors.Select(vector => vector.ToArray())
        );
    }

    [Theory]
    [InlineData(400, true)]
    [InlineData(413, true)]
    [InlineData(401, false)]
    [InlineData(404, false)]
    [InlineData(429, false)]
    [InlineData(500, false)]
    public async Task Failure_SaysWhetherTheTextsAreToBlame_AndNoKey(int status, bool isOfTexts)
    {
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings = _ => EmbeddingReply.Failing(status);
        var embedder = Embedder(Options(server), TimeProvider.System);

        var failure = await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedPassagesAsync(["one"], Cancellation));

        Assert.Equal(isOfTexts, failure.IsOfTexts);
        Assert.DoesNotContain("key-of-tests", failure.ToString(), StringComparison.Ordinal);
        Assert.Null(await embedder.EmbedQueryAsync("one", Cancellation));
    }

    [Fact]
    public async Task EndpointThatIsSilent_CostsOneSearchOneSecond_AndTheNextNothing()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings = _ => EmbeddingReply.Silent();
        var embedder = Embedder(Options(server), time);

        var first = embedder.EmbedQueryAsync("one", Cancellation);
        await time.TimerOfAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await first.InTimeAsync());

        // The clock stands: whoever waited for it would wait for ever.
        for (var i = 0; i < 20; i++)
            Assert.Null(await embedder.EmbedQueryAsync($"question {i}", Cancellation).InTimeAsync());
        Assert.InRange(server.EmbeddingCalls.Count, 0, 1);
    }

    [Fact]
    public async Task EndpointThatIsBusyWithPassages_IsStillAskedForThem_WhenSearchesDoNotWait()
    {
        var time = new FakeTime();
        await using var server = await ScriptedModelServer.StartAsync();
        server.Embeddings = texts => texts.Contains("one") ? EmbeddingReply.Silent() : EmbeddingReply.Of(texts);
        var embedder = Embedder(Options(server), time);
        var query = embedder.EmbedQueryAsync("one", Cancellation);
        await time.TimerOfAsync(TimeSpan.FromSeconds(1));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await query.InTimeAsync());

        Assert.Single(await embedder.EmbedPassagesAsync(["passage"], Cancellation).InTimeAsync());
    }

    [Fact]
    public async Task EndpointThatIsNotThere_IsAFailure()
    {
        var server = await ScriptedModelServer.StartAsync();
        var options = Options(server);
        await server.DisposeAsync();
        var embedder = Embedder(options, TimeProvider.System);

        Assert.Null(await embedder.EmbedQueryAsync("one", Cancellation));
        await Assert.ThrowsAsync<EmbeddingException>(() => embedder.EmbedPassagesAsync(["one"], Cancellation));
    }

    private static PassageEmbedder Embedder(EmbeddingOptions options, TimeProvider time) =>
        new(ModelConnectors.Embeddings(options), options, time);

    private static EmbeddingOptions Options(ScriptedModelServer server) =>
        new()
        {
            Endpoint = server.Endpoint,
            Name = "vectors-1",
            ApiKey = "key-of-tests",
        };
}
