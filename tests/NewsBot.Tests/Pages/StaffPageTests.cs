using System.Net;
using System.Text.RegularExpressions;
using NewsBot.Newsroom.Audit;
using NewsBot.Tests.Access;
using NewsBot.Tests.Support;
using NewsBot.TestSupport;

namespace NewsBot.Tests.Pages;

public sealed partial class StaffPageTests
{
    private const string Page = "http://127.0.0.1/admin/articles";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string[] Articles =>
        [
            Some.ArticleLine("mayor.txt", "Mayor Jones has died in Leeds.", "Mayor <Jones> has died"),
            Some.ArticleLine("other.txt", "A library opened in York."),
        ];

    [Fact]
    public async Task Kill_WithAReason_WithdrawsTheReport_AndRestoreBringsItBack()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var killed = await DecideAsync(host, "kill", "he is alive");
        var whileKilled = await host.Archive.Articles.FindAsync("mayor.txt", Cancellation);
        var listed = await host.Client.GetStringAsync(Page, Cancellation);
        var restored = await DecideAsync(host, "restore", "");

        Assert.Contains("Withdrawn with all its versions.", killed, StringComparison.Ordinal);
        Assert.Contains("by staff page: he is alive", killed, StringComparison.Ordinal);
        Assert.Contains("Mayor &lt;Jones&gt; has died", killed, StringComparison.Ordinal);
        Assert.Null(whileKilled);
        Assert.Contains("/admin/articles?source=mayor.txt", listed, StringComparison.Ordinal);
        Assert.Contains("Restored.", restored, StringComparison.Ordinal);
        Assert.NotNull(await host.Archive.Articles.FindAsync("mayor.txt", Cancellation));
        Assert.Equal(
            [true, false],
            (await host.Archive.Articles.ItemAsync("mayor.txt", Cancellation)).Rulings.Select(ruling => ruling.Kills)
        );
        Assert.Equal(
            [(AuditAction.ArticleKilled, "mayor.txt"), (AuditAction.ArticleRestored, (string?)"mayor.txt")],
            (await AuditTests.EntriesAsync(host)).Select(entry => (entry.Action, entry.Target))
        );
    }

    [Fact]
    public async Task Kill_WithoutAReason_DoesNothing()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var page = await DecideAsync(host, "kill", " ", HttpStatusCode.BadRequest);

        Assert.Contains("say why first", page, StringComparison.Ordinal);
        Assert.NotNull(await host.Archive.Articles.FindAsync("mayor.txt", Cancellation));
    }

    [Theory]
    [InlineData("cross-site", null, null)]
    [InlineData("same-site", null, null)]
    [InlineData(null, "http://evil.test", null)]
    [InlineData(null, null, null)]
    [InlineData("same-origin", null, "0123")]
    public async Task Form_OfAnotherPage_IsRefused(string? site, string? origin, string? token)
    {
        await using var host = await TestHost.StartAsync(Articles);

        await DecideAsync(host, "kill", "because", HttpStatusCode.Forbidden, site, origin, token);

        Assert.NotNull(await host.Archive.Articles.FindAsync("mayor.txt", Cancellation));
    }

    [Theory]
    [InlineData("http://news.example/admin/articles", null, null)]
    [InlineData(Page, "X-Forwarded-For", null)]
    [InlineData(Page, null, "https://news.example/")]
    [InlineData(Page, null, "http://127.0.0.1:3978/", "http://0.0.0.0:3978")]
    public async Task Page_ForPeopleElsewhere_IsNotThere(string address, string? header, string? publicUrl, string? url = null)
    {
        await using var host = await TestHost.StartAsync(
            Articles,
            settings =>
                settings with
                {
                    PublicUrl = publicUrl is null ? null : new Uri(publicUrl),
                    Urls = url is null ? settings.Urls : [url],
                }
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (header is not null)
            request.Headers.Add(header, "203.0.113.7");

        using var response = await host.Client.SendAsync(request, Cancellation);

        Assert.False(response.IsSuccessStatusCode);
        Assert.DoesNotContain("mayor", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownSource_IsSaidToBeUnknown()
    {
        await using var host = await TestHost.StartAsync(Articles);

        var page = await host.Client.GetStringAsync(Page + "?source=mayer.txt", Cancellation);

        Assert.Contains("no article with this source", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Withdraw<", page, StringComparison.Ordinal);
    }

    private static async Task<string> DecideAsync(
        TestHost host,
        string decision,
        string reason,
        HttpStatusCode expected = HttpStatusCode.OK,
        string? site = "same-origin",
        string? origin = null,
        string? token = null
    )
    {
        var page = await host.Client.GetStringAsync(Page + "?source=mayor.txt", Cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Post, Page);
        request.Content = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["token"] = token ?? Token().Match(page).Groups[1].Value,
                ["source"] = "mayor.txt",
                ["reason"] = reason,
                ["decision"] = decision,
            }
        );
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var response = await host.Client.SendAsync(request, Cancellation);
        Assert.Equal(expected, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9A-F]+)\"")]
    private static partial Regex Token();
}
