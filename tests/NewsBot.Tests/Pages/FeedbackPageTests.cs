using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Newsroom.Feedback;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>Provides tests of the thumbs below an answer, each with a host of its own, for they are kept.</summary>
public sealed class FeedbackPageTests(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Thumb_IsKept_WithTheQuestionAndItsSources_AlsoWithoutScript()
    {
        foreach (var hasScript in (bool[])[true, false])
        {
            var page = await OpenAsync("/?q=where+was+Putin%3F", options => options.JavaScriptEnabled = hasScript);

            await page.GetByRole(AriaRole.Button, new() { Name = "Useful", Exact = true }).ClickAsync();
            if (hasScript)
                await Assertions.Expect(page.Locator(".tools .said")).ToHaveTextAsync("Thank you.");
            else
                await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("where was Putin?");
        }

        var kept = await Host.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken);
        Assert.Equal(2, kept.Count);
        Assert.All(
            kept,
            feedback =>
            {
                Assert.Equal(("page", ReaderFeedback.Like), (feedback.Channel, feedback.Reaction));
                Assert.Equal("where was Putin?", feedback.Question);
                Assert.All(feedback.Citations, cited => Assert.Contains(cited.Quote, cited.Passage, StringComparison.Ordinal));
                Assert.NotEmpty(feedback.Citations);
            }
        );
    }

    [Fact]
    public async Task Feedback_OfAnotherSite_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/answer/feedback?q=where+was+Putin%3F")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("useful", "yes")]),
        };
        request.Headers.Add("Origin", "https://evil.example");

        using var response = await Host.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await Host.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken));
    }
}
