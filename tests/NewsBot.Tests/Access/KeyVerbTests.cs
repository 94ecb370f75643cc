using System.Text.Json;
using NewsBot.CommandLine;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Access;

public sealed class KeyVerbTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Key_IsPrintedOnce_AndOnlyItsHashIsKept()
    {
        var added = await CommandRun.InAsync(folder, "keys", "add", "wire", "--scope", "read", "--expires", "90d");
        var key = added.Output.Trim();
        var listed = await CommandRun.InAsync(folder, "keys", "list");

        Assert.Equal(ExitCode.Done, added.ExitCode);
        Assert.Matches("^nb_[0-9a-f]{12}[A-Za-z0-9_-]{43}$", key);
        Assert.Contains("wire: read, expires ", listed.Output, StringComparison.Ordinal);
        Assert.Contains("never used", listed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(key, listed.Output + listed.Error + added.Error, StringComparison.Ordinal);
        var secret = key[^43..];
        foreach (var file in Directory.GetFiles(folder["data"], "state.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(secret, await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Json_TellsTheSame()
    {
        folder.Write("appsettings.json", """{"Digests":{"Desks":{"Sport":{"Sections":["sport"]}}}}""");
        var added = await CommandRun.InAsync(folder, "keys", "add", "a", "--desk", "sport", "--scope", "ask", "--scope", "admin", "--json");
        var listed = await CommandRun.InAsync(folder, "keys", "list", "--json");

        using var one = JsonDocument.Parse(added.Output);
        using var all = JsonDocument.Parse(listed.Output);
        Assert.StartsWith("nb_", one.RootElement.GetProperty("key").GetString(), StringComparison.Ordinal);
        var key = Assert.Single(all.RootElement.EnumerateArray());
        Assert.False(key.TryGetProperty("key", out _));
        Assert.Equal("Sport", key.GetProperty("desk").GetString());
        Assert.Equal(["ask", "admin"], key.GetProperty("scopes").EnumerateArray().Select(scope => scope.GetString()));
    }

    [Fact]
    public async Task Name_IsTakenOnce_AndFreeAfterTheKeyIsRevoked()
    {
        await CommandRun.InAsync(folder, "keys", "add", "wire");
        var again = await CommandRun.InAsync(folder, "keys", "add", "wire");
        var revoked = await CommandRun.InAsync(folder, "keys", "revoke", "wire");
        var twice = await CommandRun.InAsync(folder, "keys", "revoke", "wire");
        var anew = await CommandRun.InAsync(folder, "keys", "add", "wire");

        Assert.Equal(
            [ExitCode.Failed, ExitCode.Done, ExitCode.Failed, ExitCode.Done],
            new[] { again, revoked, twice, anew }.Select(run => run.ExitCode)
        );
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("wire", "--scope", "everything")]
    [InlineData("wire", "--desk", "Nobody")]
    [InlineData("wire", "--expires", "soon")]
    [InlineData("wire", "--expires", "0d")]
    [InlineData("wire", "--expires", "2001-01-01")]
    public async Task Key_ThatCannotBeMade_IsSaidInOneLine(params string[] arguments)
    {
        var run = await CommandRun.InAsync(folder, ["keys", "add", .. arguments]);

        Assert.Equal((ExitCode.WrongUsage, ""), (run.ExitCode, run.Output));
        Assert.Single(run.ErrorLines);
    }

    [Theory]
    [InlineData("{}", "Setting Urls contains http://0.0.0.0:0, which others reach")]
    [InlineData(
        """{"Access":{"SignIn":{"Authority":"https://login.test","ClientId":"x"}}}""",
        "Setting PublicUrl is not an https address, which signing in needs"
    )]
    public async Task Start_ThatNobodyCouldUse_IsStoppedWithTheRemedy(string settings, string expected)
    {
        folder.Write("appsettings.json", settings);

        var run = await CommandRun.InAsync(folder, "serve", "--urls", "http://0.0.0.0:0");

        Assert.Equal(ExitCode.WrongUsage, run.ExitCode);
        Assert.StartsWith(expected, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }
}
