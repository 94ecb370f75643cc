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

    [Fact]
    public void Dispose_WhileTheModelIsLoading_WaitsForItsEnd()
    {
        using var release = new ManualResetEventSlim();
        using var loading = new ManualResetEventSlim();
        var loader = new ReadingModelLoader(() =>
        {
            loading.Set();
            release.Wait();
            return ReadingModelLoad.Failed("not wanted");
        });
        _ = loader.LoadAsync(CancellationToken.None);
        loading.Wait(TestContext.Current.CancellationToken);
        var disposing = new Thread(loader.Dispose);

        disposing.Start();
        SpinWait.SpinUntil(() => !disposing.IsAlive || disposing.ThreadState.HasFlag(ThreadState.WaitSleepJoin));
        var hasWaited = disposing.IsAlive;
        release.Set();
        disposing.Join();

        Assert.True(hasWaited);
    }
}
