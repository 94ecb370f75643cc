using AngleSharp.Html.Parser;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>Every place in which a page shows a citation names the article's file, its outlet and its day on one line.</summary>
public sealed class CitationSurfaceTests
{
    /// <summary>The surfaces: the path, and the articles that are cited there.</summary>
    private static readonly Dictionary<string, (string Path, string[][] Cited)> Surfaces = new()
    {
        ["answer"] = (Chat(FerryArticles.Question), [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["decline"] = (Chat(FerryArticles.Unanswered), [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["sources asked for"] = (Chat("sources ferry"), [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["sources"] = ("/sources?q=ferry", [FerryArticles.Monday, FerryArticles.Tuesday]),
        ["digest"] = ("/digest?date=2023-05-02", [FerryArticles.Tuesday]),
        ["timeline"] = ("/timeline?topic=ferry", [FerryArticles.Monday]),
        ["article"] = ("/articles/wire/ferry_tuesday.txt", [FerryArticles.Tuesday]),
    };

    public static TheoryData<string> Names => [.. Surfaces.Keys];

    [Fact]
    public async Task Check_NamesItsSource()
    {
        var host = await SharedHosts.OfFerryAsync();

        var page = await host.Client.GetStringAsync(Chat($"check: {FerryArticles.Statement}"), TestContext.Current.CancellationToken);

        FerryArticles.AssertNamed(page.Split('\n'), FerryArticles.Monday);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Citation_ShowsFileOutletAndDay(string name)
    {
        var host = await SharedHosts.OfFerryAsync();

        var page = await host.Client.GetStringAsync(Surfaces[name].Path, TestContext.Current.CancellationToken);

        using var document = new HtmlParser().ParseDocument(page);
        FerryArticles.AssertNamed([.. document.QuerySelectorAll(".source-line").Select(line => line.TextContent)], Surfaces[name].Cited);
    }

    private static string Chat(string message) => $"/?q={Uri.EscapeDataString(message)}";
}
