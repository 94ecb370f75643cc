using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

/// <summary>Nothing of an article is ever more than text.</summary>
public sealed class HostileArticleTests(BrowserFixture browser) : BrowserTest(browser)
{
    private const string Source = "evil\"><script>window.hit=1</script>.txt";
    private const string Headline = "Zorblax </title><img src=x onerror=window.hit=1> & co";
    private const string AnsweredBy = "/?q=What+did+the+minister+Zorblax+say+in+Ashford%3F";

    private const string Text =
        "The minister Zorblax said <script>window.hit=1</script> in Ashford. <img src=x onerror=\"window.hit=1\"> &amp; &lt;b&gt; ]]> {{7*7}} @(1+1) ${1} "
        + "[click](javascript:window.hit=1) </p></div></main> <!-- --> <style>body{display:none}</style>\n\n"
        + "Second paragraph: \u202Eright to left\u202C, שלום עולם, \uD83D\uDE00 and a tail.\r\nA line of its own.";

    private static readonly string Path = "/articles/" + Uri.EscapeDataString(Source);

    // Markup of a text is taken off when it is read; what it writes as text stays, tags and all.
    private static readonly string Markup = string.Concat(
        Text.Split("\n\n").Select(paragraph => $"<p>{WebUtility.HtmlEncode(paragraph)}</p>")
    );

    protected override IReadOnlyList<string> Articles =>
        [Some.ArticleLine(Source, Markup, Headline, outlet: "<b>Outlet</b>", url: "javascript:window.hit=1")];

    [Theory]
    [InlineData(AnsweredBy)]
    [InlineData("/?q=%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E%22%3E%3Cimg+src%3Dx+onerror%3Dwindow.hit%3D1%3E")]
    [InlineData("/sources?q=Zorblax+%22%3E%3Cimg+src%3Dx+onerror%3Dwindow.hit%3D1%3E")]
    [InlineData("/articles/%22%3E%3Cscript%3Ewindow.hit=1%3C/script%3E")]
    [InlineData("/articles/evil%22%3E%3Cscript%3Ewindow.hit%3D1%3C%2Fscript%3E.txt")]
    public async Task Page_RunsNothingOfIt(string path)
    {
        var page = await OpenAsync(path);

        await Assertions.Expect(page.Locator("main")).ToBeVisibleAsync();

        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"));
        Assert.Equal(0, await page.Locator("main script, main img, main style, main b, [onerror], a[href^='javascript']").CountAsync());
    }

    [Fact]
    public async Task ArticlePage_ShowsTheTextToTheLetter()
    {
        var text = await TextOfAsync();
        var page = await OpenAsync(Path);

        var paragraphs = await page.Locator("#text p")
            .EvaluateAllAsync<string[][]>("nodes => nodes.map(node => [node.dataset.start, node.textContent])");

        Assert.NotEmpty(paragraphs);
        Assert.All(
            paragraphs,
            paragraph =>
                Assert.Equal(text.Substring(int.Parse(paragraph[0], CultureInfo.InvariantCulture), paragraph[1].Length), paragraph[1])
        );
        Assert.Equal(Ink(text), Ink(string.Concat(paragraphs.Select(paragraph => paragraph[1]))));
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(Headline);
        AssertNoComplaints();
    }

    [Fact]
    public async Task AnyRangeOfTheText_IsMarkedToTheLetter()
    {
        var text = await TextOfAsync();
        var page = await OpenAsync(Path);

        foreach (
            var (start, end) in new[]
            {
                (0, 1),
                (3, 40),
                (10, text.Length),
                (text.IndexOf('\uD83D', StringComparison.Ordinal), text.Length),
                (0, text.Length),
            }
        )
        {
            await page.EvaluateAsync("hash => { location.hash = hash; }", $"q{start}-{end}");
            await page.WaitForFunctionAsync(
                "length => [...document.querySelectorAll('#text mark')].reduce((sum, mark) => sum + mark.textContent.trim().length, 0) > length / 2",
                end - start
            );

            Assert.Equal(Ink(text[start..end]), Ink(string.Concat(await page.Locator("#text mark").AllTextContentsAsync())));
        }
    }

    [Fact]
    public async Task Citation_OfIt_ShowsAndMarksTheQuote()
    {
        var page = await OpenAsync(AnsweredBy);
        var quote = await page.Locator(".tip mark").First.TextContentAsync();

        await page.Locator(".statement .chip").First.ClickAsync();
        await page.Locator("#text mark").First.WaitForAsync();

        Assert.Contains("<script>window.hit=1</script>", quote, StringComparison.Ordinal);
        Assert.Equal(quote, string.Concat(await page.Locator("#text mark").AllTextContentsAsync()));
        Assert.True(await page.EvaluateAsync<bool>("window.hit === undefined"));
    }

    [Fact]
    public async Task LinkToARangeThatIsGone_IsSaid()
    {
        var page = await OpenAsync(Path + "#q99990-99999");

        await Assertions.Expect(page.Locator("#announcement")).ToHaveTextAsync("The quoted passage is not in this version of the article.");
        await Assertions.Expect(page.Locator("#text mark")).ToHaveCountAsync(0);
    }

    private async Task<string> TextOfAsync()
    {
        using var article = JsonDocument.Parse(await Host.Client.GetStringAsync("/api" + Path, TestContext.Current.CancellationToken));
        return article.RootElement.GetProperty("text").GetString()!;
    }

    private static string Ink(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
