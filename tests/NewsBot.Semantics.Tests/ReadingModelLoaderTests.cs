namespace NewsBot.Semantics.Tests;

public sealed class ReadingModelLoaderTests
{
    [Fact]
    public async Task Model_IsNotLoadedBeforeItIsWanted_AndThenOnce()
    {
        using var folder = TemporaryModel.Tiny();
        using var loader = new ReadingModelLoader(folder.Path, 1);
        var before = loader.Current;

        var first = await loader.LoadAsync(TestContext.Current.CancellationToken);
        var second = await loader.LoadAsync(TestContext.Current.CancellationToken);

        Assert.Null(before);
        Assert.True(first.IsLoaded);
        Assert.Same(first, second);
        Assert.Same(first, loader.Current);
    }

    [Fact]
    public async Task Model_ThatIsMissing_IsAnOutcome()
    {
        using var loader = new ReadingModelLoader(Path.Combine(PairFixture.Folder, "nowhere"), 1);

        var load = await loader.LoadAsync(TestContext.Current.CancellationToken);

        Assert.False(load.IsLoaded);
        Assert.NotEmpty(load.Fault);
    }
}
