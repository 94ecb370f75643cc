using NewsBot.Newsroom.Tests;

[assembly: AssemblyFixture(typeof(SeedArchive))]

namespace NewsBot.Newsroom.Tests;

/// <summary>The seed articles, opened once; tests only read.</summary>
public sealed class SeedArchive : IAsyncLifetime
{
    public TestArchive Archive { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Archive = await TestArchive.OfSeedsAsync();

    public ValueTask DisposeAsync() => Archive.DisposeAsync();
}
