using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class HealthVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Health_OfAHostThatIsReady_IsReady()
    {
        await using var host = await TestHost.ListenAsync([]);
        folder.Write("appsettings.json", $$"""{"Urls":"{{host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)}}"}""");

        var run = await CommandRun.InAsync(folder, "health");

        Assert.Equal((0, "ready\n", ""), (run.ExitCode, run.Output, run.Error));
        Assert.False(Directory.Exists(folder["data"]));
    }

    [Fact]
    public async Task Health_OfAHostThatIsDown_Fails_AndNamesTheAddress()
    {
        folder.Write("appsettings.json", """{"Urls":"http://127.0.0.1:1"}""");

        var run = await CommandRun.InAsync(folder, "health");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("NewsBot does not answer at http://127.0.0.1:1/health/ready (", run.Error, StringComparison.Ordinal);
    }
}
