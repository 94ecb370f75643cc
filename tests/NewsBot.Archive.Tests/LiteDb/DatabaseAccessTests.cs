using LiteDB;
using NewsBot.Archive.LiteDb.Files;
using NewsBot.Archive.LiteDb.Sessions;
using NewsBot.Archive.Store;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.LiteDb;

public sealed class DatabaseAccessTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly DatabaseAccess access;

    public DatabaseAccessTests() => access = new DatabaseAccess(folder["articles.litedb"], new LiteDbStoreOptions());

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await access.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Callers_EnterOneAtATime_InTheOrderInWhichTheyCame()
    {
        using var isInside = new SemaphoreSlim(0);
        using var mayLeave = new ManualResetEventSlim();
        var order = new List<int>();
        var first = Task.Run(() => access.UseAsync(_ => Enter(0), Cancellation), Cancellation);
        await isInside.WaitAsync(Cancellation);

        var rest = Enumerable.Range(1, 20).Select(caller => access.UseAsync(_ => Enter(caller), Cancellation)).ToList();
        Assert.Empty(order);
        mayLeave.Set();
        await Task.WhenAll([first, .. rest]);

        Assert.Equal(Enumerable.Range(0, 21), order);

        bool Enter(int caller)
        {
            isInside.Release();
            mayLeave.Wait(Cancellation);
            order.Add(caller);
            return true;
        }
    }

    [Fact]
    public async Task CallerWhoWaits_CanCancel_AndTheNextOneEnters()
    {
        using var isInside = new SemaphoreSlim(0);
        using var mayLeave = new ManualResetEventSlim();
        using var cancellation = new CancellationTokenSource();
        var first = Task.Run(() => access.UseAsync(_ => Enter(), Cancellation), Cancellation);
        await isInside.WaitAsync(Cancellation);

        var impatient = access.UseAsync(_ => true, cancellation.Token);
        var patient = access.UseAsync(_ => true, Cancellation);
        await cancellation.CancelAsync();

        // While the first is still inside: a place that is freed at the same moment may go to the one who gave up.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        mayLeave.Set();
        Assert.True(await first && await patient);

        bool Enter()
        {
            isInside.Release();
            mayLeave.Wait(Cancellation);
            return true;
        }
    }

    [Fact]
    public async Task CallThatFailsAsOfDamage_OnAnIntactFile_IsRepeatedWithTheFileOpenedAfresh()
    {
        var sessions = new List<LiteDbSession>();

        var count = await access.UseAsync(
            session =>
            {
                sessions.Add(session);
                return sessions.Count == 1
                    ? throw new LiteException(LiteException.INVALID_DATAFILE_STATE, "ENSURE: page type must be data page")
                    : session.State.Count;
            },
            Cancellation
        );

        Assert.Equal(0, count);
        Assert.Equal(2, sessions.Distinct().Count());
        Assert.Equal(1, access.Repeats);
    }

    [Fact]
    public async Task CallThatFailsAgain_IsReportedAsDamage_AndTheNextOneFindsAnOpenFile()
    {
        var calls = 0;

        var failure = await Assert.ThrowsAsync<StoreException>(() =>
            access.UseAsync<bool>(_ => throw new InvalidCastException($"Call {++calls}."), Cancellation)
        );

        Assert.Equal(StoreFailure.Damaged, failure.Failure);
        Assert.Equal(2, calls);
        Assert.True(await access.UseAsync(_ => true, Cancellation));
    }

    [Fact]
    public async Task FullDisk_IsNotRepeated()
    {
        var calls = 0;

        var failure = await Assert.ThrowsAsync<StoreException>(() =>
            access.UseAsync<bool>(_ => throw new IOException("No space left on device", 28) { Data = { ["call"] = ++calls } }, Cancellation)
        );

        Assert.Equal(StoreFailure.Full, failure.Failure);
        Assert.Equal(1, calls);
    }

    [Fact]
    public async Task State_IsKnownWithoutEntering_WhileTheFileIsHeld()
    {
        await access.UseAsync(_ => true, Cancellation);
        using var isInside = new SemaphoreSlim(0);
        using var mayLeave = new ManualResetEventSlim();
        var inside = Task.Run(() => access.UseAsync(_ => Enter(), Cancellation), Cancellation);
        await isInside.WaitAsync(Cancellation);

        Assert.Equal(0, access.State?.LastChange);
        mayLeave.Set();
        await inside;

        bool Enter()
        {
            isInside.Release();
            mayLeave.Wait(Cancellation);
            return true;
        }
    }
}
