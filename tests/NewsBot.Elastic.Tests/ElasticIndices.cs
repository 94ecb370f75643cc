using System.Collections.Concurrent;
using NewsBot.Elastic.Tests.StandIn;
using NewsBot.TestSupport;

namespace NewsBot.Elastic.Tests;

/// <summary>Indices on stand-ins of their own.</summary>
internal sealed class ElasticIndices : IAsyncDisposable
{
    private readonly ConcurrentQueue<ElasticPassageIndex> open = new();
    private readonly TemporaryFolder folder = new();
    private int count;

    private ElasticIndices(EngineStandIn engine) => Engine = engine;

    public EngineStandIn Engine { get; }

    public static async Task<ElasticIndices> StartAsync() => new(await EngineStandIn.StartAsync());

    /// <summary>Opens an index that has nothing in common with others.</summary>
    public ElasticPassageIndex OpenNew() => Open($"passages-{Interlocked.Increment(ref count)}");

    public ElasticPassageIndex Open(string name, Func<ElasticOptions, ElasticOptions>? with = null)
    {
        var options = Options(name);
        var index = ElasticPassageIndex.Open(with is null ? options : with(options));
        open.Enqueue(index);
        return index;
    }

    public ElasticOptions Options(string name) =>
        new()
        {
            Url = Engine.Url,
            Index = name,
            LockFolder = folder[name],
            RetryPause = TimeSpan.Zero,
        };

    public async ValueTask DisposeAsync()
    {
        foreach (var index in open)
            index.Dispose();
        await Engine.DisposeAsync();
        folder.Dispose();
    }
}
