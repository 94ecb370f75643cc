using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsBot.Archive.Store;
using NewsBot.Http;
using NewsBot.Settings;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Http;

/// <summary>What becomes of the data directory under a running host.</summary>
public sealed class DataDirectoryTests : IAsyncLifetime
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    private readonly FakeTime time = new();
    private TestHost host = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.ListenAsync(add: services =>
            services.Replace(ServiceDescriptor.Singleton(provider => ActivatorUtilities.CreateInstance<DataDirectory>(provider, time)))
        );
        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task MovedAway_NothingIsAccepted_UntilItIsBack()
    {
        var elsewhere = host.DataDirectory + ".moved";
        Directory.Move(host.DataDirectory, elsewhere);
        time.Advance(Look);

        await AssertRefusedAsync("The data directory is gone");
        Directory.Move(elsewhere, host.DataDirectory);
        time.Advance(Look);

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());
    }

    [Fact]
    public async Task Replaced_NothingIsAccepted()
    {
        Directory.Move(host.DataDirectory, host.DataDirectory + ".moved");
        Directory.CreateDirectory(host.DataDirectory);
        time.Advance(Look);

        await AssertRefusedAsync("The data directory was replaced");
    }

    [Fact]
    public async Task SecondHost_IsRefused_AndDoesNotHinderTheFirst()
    {
        await Assert.ThrowsAsync<StoreException>(StartSecondAsync);
        time.Advance(Look);

        Assert.Equal(HttpStatusCode.OK, await ReadyAsync());

        async Task StartSecondAsync()
        {
            await using var second = TestHost.InMemory(host.Services.GetRequiredService<NewsBotSettings>(), host.Archive);
            await second.StartAsync(Stop);
        }
    }

    [Theory]
    [InlineData("state.db")]
    [InlineData("newsbot.litedb")]
    public async Task WithoutADatabase_NothingIsAccepted(string name)
    {
        File.Move(Path.Combine(host.DataDirectory, name), Path.Combine(host.DataDirectory, name + ".moved"));
        time.Advance(Look);

        await AssertRefusedAsync("A database is missing from the data directory");
    }

    [Fact]
    public async Task ReadOnly_NothingIsAccepted()
    {
        File.SetAttributes(Path.Combine(host.DataDirectory, DataDirectory.MarkName), FileAttributes.ReadOnly);
        if (Environment.IsPrivilegedProcess)
            Assert.Skip("A privileged user may write to anything.");
        time.Advance(Look);

        await AssertRefusedAsync("The data directory cannot be written to");
    }

    private async Task AssertRefusedAsync(string reason)
    {
        using var ready = await host.Client.GetAsync("/health/ready", Stop);
        await AssertProblem.IsAsync(ready, 503);
        Assert.Contains(reason, await ready.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
        using var answer = await host.Client.PostAsJsonAsync("/api/ask", new { question = "where was Putin?" }, Stop);
        await AssertProblem.IsAsync(answer, 503);
        using var teams = await host.Client.PostAsync("/api/messages", JsonContent.Create(new { type = "message" }), Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, teams.StatusCode);
        Assert.NotNull(teams.Headers.RetryAfter);
        using var page = await host.Client.GetAsync("/", Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "text/html"), (page.StatusCode, page.Content.Headers.ContentType?.MediaType));
        using var live = await host.Client.GetAsync("/health/live", Stop);
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }

    private async Task<HttpStatusCode> ReadyAsync()
    {
        using var response = await host.Client.GetAsync("/health/ready", Stop);
        return response.StatusCode;
    }
}
