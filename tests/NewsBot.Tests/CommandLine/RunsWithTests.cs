using NewsBot.CommandLine;
using NewsBot.Settings;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

public sealed class RunsWithTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("LiteDb", null, "LiteDB 5.")]
    [InlineData("Postgres", "Host=db.example.org;Database=newsbot;Username=newsbot;Password=secret", "PostgreSQL (Npgsql 10.")]
    public void Articles_AreSaidToBeWhereTheSettingsKeepThem(string provider, string? connectionString, string expected)
    {
        var environment = new Dictionary<string, string> { ["NEWSBOT__Store__Provider"] = provider };
        if (connectionString is not null)
            environment["NEWSBOT__Store__ConnectionString"] = connectionString;
        var (settings, problem) = SettingsLoader.Load(folder.Root, null, environment, new Dictionary<string, string?>());

        Assert.Null(problem);
        var line = RunsWith.Line(settings!);
        Assert.StartsWith("articles: " + expected, line, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }
}
