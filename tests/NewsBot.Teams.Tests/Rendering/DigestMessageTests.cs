using NewsBot.Teams.Rendering;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Tests.Rendering;

public sealed class DigestMessageTests
{
    [Fact]
    public void Digest_LateOne_SaysSo_AndOpensOnlySafeLinks()
    {
        var card = DigestMessage.Render(SomeDigest.WithEverything(), isLate: true).Attachments![0].Content!.ToJsonString();

        Assert.Contains("Late: 3 May 2023", card, StringComparison.Ordinal);
        Assert.Contains("https://news.example/a", card, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", card, StringComparison.Ordinal);
        Assert.DoesNotContain("](https://evil.example)", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_OfManyLongStories_StaysInsideTheLimit()
    {
        var message = DigestMessage.Render(SomeDigest.WithEverything(60, new string('ä', 600) + "."), isLate: false);

        Assert.True(MessageSize.Fits(message));
        Assert.Contains("more stories did not fit", message.Attachments![0].Content!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_NamesEachArticleOnce_WithItsNumbers_AndOffersOnlyTheOtherReports()
    {
        var digest = SomeDigest.WithEverything(stories: 1);
        var citations = digest.Citations.Select(citation => citation with { Source = "one_report.txt", Outlet = "One *News*" }).ToArray();
        var story = digest.Stories[0] with
        {
            Sources = [digest.Stories[0].Sources[0], digest.Stories[0].Sources[0] with { Source = "one_report.txt" }],
        };

        var card = DigestMessage.Render(digest with { Citations = citations, Stories = [story] }, isLate: false).Attachments![0].Content!;

        var texts = card["body"]![1]!["items"]!.AsArray().Select(item => item!["text"]?.GetValue<string>() ?? "").ToList();
        var sources = texts.IndexOf("Sources");
        Assert.StartsWith("(1) (2) [one\\_report.txt](https://news.example/articles/", texts[sources + 1], StringComparison.Ordinal);
        Assert.EndsWith(" · One \\*News\\* · 3 May 2023", texts[sources + 1], StringComparison.Ordinal);
        Assert.Equal("Other articles", texts[sources + 2]);
        Assert.Single(card["body"]![1]!["items"]!.AsArray()[^2]!["actions"]!.AsArray());
    }

    [Fact]
    public void Story_HasAButtonThatFollowsIt_ByTheArticleOfItsHeadline()
    {
        var digest = SomeDigest.WithEverything(stories: 2);
        var story = digest.Stories[1] with { Headline = "Two hurt" };
        story = story with { Sources = [.. story.Sources, story.Sources[0] with { Source = "lead.txt", Headline = "Two hurt" }] };

        var card = DigestMessage.Render(digest with { Stories = [digest.Stories[0], story] }, isLate: false).Attachments![0].Content!;

        var buttons = card["body"]!.AsArray().Skip(1).Take(2).Select(group => group!["items"]!.AsArray()[^1]!["actions"]![0]!).ToArray();
        Assert.Equal(["a.txt", "lead.txt"], buttons.Select(button => button["data"]!["source"]!.GetValue<string>()));
        Assert.All(buttons, button => Assert.Equal(("Follow", "follow"), ((string?)button["title"], (string?)button["verb"])));
        Assert.All(buttons, button => Assert.Equal("follow", (string?)button["fallback"]!["data"]!["newsbot"]));
    }

    [Fact]
    public void Digest_OfAnEmptyDay_IsOneLine()
    {
        var message = DigestMessage.Render(SomeDigest.WithEverything() with { Stories = [], Citations = [] }, isLate: false);

        Assert.Equal("3 May 2023: no stories.", message.Text);
        Assert.Null(message.Attachments);
    }

    [Fact]
    public void Digest_WithoutStories_StillListsCorrections_AndWhatItLeavesOut()
    {
        var digest = SomeDigest.WithEverything() with
        {
            Stories = [],
            Citations = [],
            Corrected = [SomeDigest.Correction, SomeDigest.Withdrawal],
            Others = SomeDigest.OtherReports,
            Older = ["x", "y"],
        };

        var card = DigestMessage.Render(digest, isLate: false).Attachments![0].Content!;

        var items = card["body"]!.AsArray().SelectMany(item => item!["items"]?.AsArray().ToArray() ?? [item]);
        Assert.Equal(
            [
                "3 May 2023: no stories.",
                "Corrected since the last digest",
                "[Two \\*hurt\\* (report by One \\*News\\*)](https://news.example/articles/c)",
                "Before: “Twelve were hurt.”",
                "Now: “Two were hurt.”",
                "The newsroom withdrew its report of 3 May 2023, which was in an earlier digest. Please do not use what it said.",
                "3 more reports: [3 May 2023 (2)](https://news.example/digest?date=2023-05-03) · [undated (1)](https://news.example/sources)",
                "2 older articles were added to the archive.",
            ],
            items.Select(item => item!["text"]!.GetValue<string>())
        );
    }

    [Fact]
    public void Message_IsAMessage() =>
        Assert.Equal(ActivityTypes.Message, DigestMessage.Render(SomeDigest.WithEverything(), isLate: false).Type);
}
