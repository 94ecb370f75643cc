using System.Collections.Concurrent;
using NewsBot.Tests.Pages;
using NewsBot.Tests.Support;

[assembly: AssemblyFixture(typeof(SharedHosts))]

namespace NewsBot.Tests.Support;

/// <summary>
/// Provides hosts that tests share, each started once: only for tests that change neither archive nor state. To start a host costs more
/// than most tests do.
/// </summary>
public sealed class SharedHosts : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<Task<TestHost>>> hosts = new(StringComparer.Ordinal);

    /// <summary>Returns the host over the seeds, in memory.</summary>
    internal static Task<TestHost> InMemoryAsync() => GetAsync(nameof(InMemoryAsync), () => TestHost.StartAsync());

    /// <summary>Returns the host over the seeds, on a port.</summary>
    internal static Task<TestHost> OfSeedsAsync() => GetAsync(nameof(OfSeedsAsync), () => TestHost.ListenAsync());

    /// <summary>Returns the host over <see cref="ShownPages.Newsroom"/>, on a port.</summary>
    internal static Task<TestHost> OfNewsroomAsync() => GetAsync(nameof(OfNewsroomAsync), () => TestHost.ListenAsync(ShownPages.Newsroom));

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts.Values)
            await (await host.Value).DisposeAsync();
    }

    private static async Task<TestHost> GetAsync(string name, Func<Task<TestHost>> start)
    {
        var shared =
            await TestContext.Current.GetFixture<SharedHosts>()
            ?? throw new InvalidOperationException("The assembly has no fixture of shared hosts.");
        return await shared.hosts.GetOrAdd(name, _ => new Lazy<Task<TestHost>>(start)).Value;
    }
}
