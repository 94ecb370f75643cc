using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.CommandLine;

/// <summary>Every place in which a terminal shows a citation names the article's file, its outlet and its day on one line.</summary>
public sealed class CitationSurfaceTests : IDisposable
{
    /// <summary>The surfaces: the command line, and the articles that are cited there.</summary>
    private static readonly Dictionary<string, (string[] Arguments, string[][] Cited)> Surfaces = new()
    {
        ["answer"] = (["ask", FerryArticles.Question], [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["decline"] = (["ask", FerryArticles.Unanswered], [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["check"] = (["ask", $"check: {FerryArticles.Statement}"], [FerryArticles.Monday]),
        ["sources asked for"] = (["ask", "sources ferry"], [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["sources"] = (["sources", "ferry"], [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["digest"] = (["digest", "--date", "2023-05-02"], [FerryArticles.Tuesday]),
        ["timeline"] = (["timeline", "ferry"], [FerryArticles.Monday]),
    };

    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Names => [.. Surfaces.Keys];

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Citation_ShowsFileOutletAndDay(string name)
    {
        folder.Write("seeds/ferry.jsonl", string.Join('\n', FerryArticles.Lines));

        var run = await CommandRun.InAsync(folder, Surfaces[name].Arguments);

        Assert.Equal(0, run.ExitCode);
        FerryArticles.AssertNamed(run.Lines, Surfaces[name].Cited);
    }
}
