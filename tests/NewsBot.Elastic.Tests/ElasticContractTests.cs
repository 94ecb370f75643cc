using NewsBot.Search.Index;
using NewsBot.TestSupport;

namespace NewsBot.Elastic.Tests;

public sealed class ElasticContractTests : PassageIndexContract, IAsyncLifetime
{
    private ElasticIndices indices = null!;

    // The engine counts copies that were replaced until they are deleted.
    protected override bool ScoresForgetEarlierWrites => false;

    protected override IPassageIndex CreateIndex() => indices.OpenNew();

    public async ValueTask InitializeAsync() => indices = await ElasticIndices.StartAsync();

    public async ValueTask DisposeAsync()
    {
        var refusals = indices.Engine.Refusals.ToList();
        await indices.DisposeAsync();
        Assert.Equal([], refusals);
    }
}
