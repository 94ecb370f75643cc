using NewsBot.Tests.Pages;
using NewsBot.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedHosts))]

namespace NewsBot.Tests.Support;

/// <summary>
/// Provides hosts shared by tests, each started once: only for tests that do not change archive or state. Starting a host takes longer than
/// most tests.
/// </summary>
public sealed class SharedHosts : IAsyncDisposable
{
    private readonly Lazy<Task<TestHost>> inMemory = new(() => TestHost.StartAsync());
    private readonly Lazy<Task<TestHost>> ofSeeds = new(() => TestHost.ListenAsync());
    private readonly Lazy<Task<TestHost>> ofFerry = new(() => TestHost.StartAsync(FerryArticles.Lines));
    private readonly Lazy<Task<TestHost>> ofNewsroom = new(() => TestHost.ListenAsync(ShownPages.Newsroom));

    /// <summary>Returns the host over the seeds, in memory.</summary>
    internal static async Task<TestHost> InMemoryAsync() => await (await SharedAsync()).inMemory.Value;

    /// <summary>Returns the host over the seeds, on a port.</summary>
    internal static async Task<TestHost> OfSeedsAsync() => await (await SharedAsync()).ofSeeds.Value;

    /// <summary>Returns the host over <see cref="ShownPages.Newsroom"/>, on a port.</summary>
    internal static async Task<TestHost> OfNewsroomAsync() => await (await SharedAsync()).ofNewsroom.Value;

    /// <summary>Returns the host over <see cref="FerryArticles.Lines"/>, in memory.</summary>
    internal static async Task<TestHost> OfFerryAsync() => await (await SharedAsync()).ofFerry.Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var host in (Lazy<Task<TestHost>>[])[inMemory, ofSeeds, ofFerry, ofNewsroom])
        {
            if (host.IsValueCreated)
                await (await host.Value).DisposeAsync();
        }
    }

    private static async Task<SharedHosts> SharedAsync() =>
        await TestContext.Current.GetFixture<SharedHosts>()
        ?? throw new InvalidOperationException("The assembly has no fixture of shared hosts.");
}
