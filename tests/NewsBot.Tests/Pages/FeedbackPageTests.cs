using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NewsBot.Newsroom.Feedback;
using NewsBot.Tests.Support;

namespace NewsBot.Tests.Pages;

/// <summary>Provides tests of the thumbs below an answer, each with a host of its own, for they are kept.</summary>
public sealed partial class FeedbackPageTests(BrowserFixture browser) : BrowserTest(browser)
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

    /// <summary>The keyboard alone is used from the thumb on.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ThumbDown_OffersAComment_WhichIsKeptWithIt_AlsoWithoutScript(bool hasScript)
    {
        var page = await OpenAsync("/?q=where+was+Putin%3F", options => options.JavaScriptEnabled = hasScript);
        var field = page.GetByLabel("What was wrong with this answer? (optional)");

        await page.GetByRole(AriaRole.Button, new() { Name = "Not useful" }).PressAsync("Enter");
        await Assertions.Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("It was Tuesday.");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("See <b>page 2</b>.");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(field).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".question")).ToHaveTextAsync("where was Putin?");
        if (hasScript)
        {
            await Assertions.Expect(page.Locator(".tools .said")).ToHaveTextAsync("Thank you for your comment.");
            await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Not useful" })).ToBeFocusedAsync();
        }

        var kept = Assert.Single(
            await Host.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken)
        );
        Assert.Equal((ReaderFeedback.Dislike, "It was Tuesday.\nSee <b>page 2</b>."), (kept.Reaction, kept.Comment));
        AssertNoComplaints();
    }

    [Fact]
    public async Task ThumbUp_AfterAThumbDown_TakesTheFieldAway()
    {
        var page = await OpenAsync("/?q=where+was+Putin%3F");
        var field = page.Locator(".comment textarea");

        await page.GetByRole(AriaRole.Button, new() { Name = "Not useful" }).ClickAsync();
        await Assertions.Expect(field).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Useful", Exact = true }).ClickAsync();

        await Assertions.Expect(field).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Comment_ThatCannotBeKept_IsAnsweredWithWhatToDo()
    {
        var rating = await RateAsync();

        var tooLong = await CommentAsync(rating, new string('a', ReaderFeedback.MaxCommentChars + 1));
        var unknown = await CommentAsync(Guid.NewGuid().ToString("N"), "It was Tuesday.");
        var unreadable = await CommentAsync("1; DROP TABLE feedback", "It was Tuesday.");
        var empty = await CommentAsync(rating, " \r\n ");
        var longest = await CommentAsync(rating, "a\r\n" + new string('a', ReaderFeedback.MaxCommentChars - 2));
        var second = await CommentAsync(rating, "It was Monday.");

        Assert.Equal((HttpStatusCode.BadRequest, true), (tooLong.Status, tooLong.Text.Contains("has 2,001", StringComparison.Ordinal)));
        Assert.All([unknown, unreadable, second], refused => Assert.Equal(HttpStatusCode.NotFound, refused.Status));
        Assert.Contains("Rate the answer again", second.Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (empty.Status, longest.Status));
        var kept = Assert.Single(
            await Host.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken)
        );
        Assert.Equal(ReaderFeedback.MaxCommentChars, kept.Comment!.Length);
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

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await Host.Services.GetRequiredService<FeedbackStore>().ReadAsync(10, TestContext.Current.CancellationToken));
    }

    /// <summary>Gives a thumb down as the page's script does; returns its name.</summary>
    private async Task<string> RateAsync() => NameOfThumb().Match((await SendAsync(("useful", "no"))).Text).Groups["name"].Value;

    private Task<(HttpStatusCode Status, string Text)> CommentAsync(string rating, string comment) =>
        SendAsync(("rating", rating), ("comment", comment));

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Host.Client.PostAsync(
            new Uri("/answer/feedback?q=where+was+Putin%3F", UriKind.Relative),
            form,
            TestContext.Current.CancellationToken
        );
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [GeneratedRegex("name=\"rating\" value=\"(?<name>[0-9a-f]{32})\"")]
    private static partial Regex NameOfThumb();
}
