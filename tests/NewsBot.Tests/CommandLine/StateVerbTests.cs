using System.Text.Json;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class StateVerbTests : IDisposable
{
    private const string Question = "What burned down in Ashford?";

    private readonly TemporaryFolder folder = new();

    public StateVerbTests() =>
        folder.Write("seeds/mill.txt", "The old mill in Ashford burned down on Monday night.\n\nNobody was hurt, the fire chief said.");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Kill_WithdrawsTheReport_AndRestoreBringsItBack()
    {
        var kill = await CommandRun.InAsync(folder, "kill", "mill.txt", "--reason", "the mill stands");
        var killed = await CommandRun.InAsync(folder, "ask", Question);
        var sources = await CommandRun.InAsync(folder, "sources", "mill Ashford", "--json");
        var restore = await CommandRun.InAsync(folder, "restore", "mill.txt");
        var restored = await CommandRun.InAsync(folder, "ask", Question);

        Assert.Equal((0, 0), (kill.ExitCode, restore.ExitCode));
        Assert.StartsWith("mill.txt: killed, no date, withdrawn ", kill.Output, StringComparison.Ordinal);
        Assert.EndsWith(": the mill stands\n", kill.Output, StringComparison.Ordinal);
        Assert.StartsWith("The newsroom withdrew its report on this on ", killed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mill.txt", killed.Output + sources.Output, StringComparison.Ordinal);
        Assert.StartsWith("The old mill in Ashford burned down on Monday night. [1]", restored.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_OfSeveralSources_WithdrawsEachItKnows_AndNamesTheOther()
    {
        folder.Write("seeds/barn.txt", "A barn near Ashford burned down on Tuesday morning.");

        var remove = await CommandRun.InAsync(folder, "remove", "mill.txt", "nothing.txt", "barn.txt", "--reason", "rights ended");
        var sources = await CommandRun.InAsync(folder, "sources", "burned Ashford", "--json");

        Assert.Equal(1, remove.ExitCode);
        Assert.Contains("no article with the source nothing.txt", remove.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("mill.txt", sources.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("barn.txt", sources.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_ListsVersionsAndDecisions()
    {
        await CommandRun.InAsync(folder, "kill", "mill.txt");
        folder.Write("new/mill.txt", "The old mill in Ashford burned down on Sunday night.");
        await CommandRun.InAsync(folder, "ingest", folder["new/mill.txt"]);

        var run = await CommandRun.InAsync(folder, "history", "mill.txt", "--json");

        var item = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(
            ["mill.txt@v1 killed", "mill.txt killed"],
            item.GetProperty("versions")
                .EnumerateArray()
                .Select(version => $"{version.GetProperty("source")} {version.GetProperty("state")}")
        );
        Assert.Equal("kill", Assert.Single(item.GetProperty("rulings").EnumerateArray()).GetProperty("verb").GetString());
    }

    [Theory]
    [InlineData("kill")]
    [InlineData("restore")]
    [InlineData("history")]
    public async Task UnknownSource_Fails_AndSaysWhy(string verb)
    {
        var run = await CommandRun.InAsync(folder, verb, "nothing.txt");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("The archive has no article with the source nothing.txt", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EmbargoedReport_ShowsToStaffAlone()
    {
        folder.Write(
            "held/plan.txt",
            "EMBARGOED UNTIL 10:00 GMT, 2 December 2099\n\nThe new bridge in Ashford will cost 12 million pounds."
        );
        await CommandRun.InAsync(folder, "ingest", folder["held/plan.txt"]);
        const string question = "How much will the new bridge in Ashford cost?";

        var reader = await CommandRun.InAsync(folder, "ask", question, "--json");
        var sources = await CommandRun.InAsync(folder, "sources", "bridge Ashford cost", "--json");
        var staff = await CommandRun.InAsync(folder, "ask", question, "--embargoed");

        Assert.DoesNotContain("plan.txt", reader.Output + sources.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("million", reader.Output + sources.Output, StringComparison.Ordinal);
        Assert.Contains("12 million pounds. [1]", staff.Output, StringComparison.Ordinal);
        Assert.Contains(
            "EMBARGOED until 2 December 2099, 10:00 UTC (plan.txt): not for publication.",
            staff.Output,
            StringComparison.Ordinal
        );
    }
}
