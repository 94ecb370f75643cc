using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Tests.Alerts;

/// <summary>Tests the button that follows the story of an article; <see cref="AlertDeliveryTests"/> has the command with a number.</summary>
public sealed class FollowTests
{
    private const string Attack = "Two drones were shot down over the Kremlin on Monday.";
    private const string Following =
        "the story “Two drones shot down over Kremlin”. I post as soon as there is a new article of this story. “alert stop 1” ends it.";

    [Fact]
    public async Task Story_IsFollowedOnce_WhicheverOfItsArticlesIsShown()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await PutAsync(desk);

        Assert.Equal($"Alert 1: {Following}", await desk.FollowAsync("a.txt"));
        Assert.Equal(
            "Alert 1 follows this story already: the story “Two drones shot down over Kremlin”. “alert stop 1” ends it.",
            await desk.FollowAsync("b.txt")
        );
        await desk.ArriveAsync(
            desk.Report("c.txt", "Drones shot down over the Kremlin: video", "A video shows two drones shot down over the Kremlin.", "AP"),
            desk.Report("d.txt", "Lima harbour opens", "The harbour of Lima opened again on Monday.")
        );

        var story = Assert.Single(desk.Posts).Stories.Single();
        Assert.Equal((true, "c.txt"), (story.IsKnown, story.Articles.Single().Source));
        Assert.Equal([AuditAction.AlertMade], (await desk.AuditedAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Story_FollowedByNumber_IsNotFollowedAgain_ByItsButton()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await PutAsync(desk);
        await desk.ShowDigestAsync();

        Assert.Equal($"Alert 1: {Following}", await desk.SayAsync("follow 1"));

        Assert.StartsWith("Alert 1 follows this story already", await desk.FollowAsync("a.txt"), StringComparison.Ordinal);
        Assert.StartsWith("Alert 1 follows this story already", await desk.SayAsync("follow 1"), StringComparison.Ordinal);
        Assert.Equal($"Alert 1: {Following}", await desk.FollowAsync("a.txt", "another room"));
        Assert.Equal("Which story? The last digest here has the stories 1 to 1.", await desk.SayAsync("follow"));
    }

    [Fact]
    public async Task Story_ThatIsOver_IsNotFollowed_AndTheReplySaysWhatToDo()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await desk.PutAsync(desk.Report("a.txt", "Drones", Attack) with { Published = AlertDesk.Start.AddDays(-4) });
        await desk.PutAsync(
            desk.Report("b.txt", "Lima harbour closes", "The harbour closed.") with
            {
                Published = AlertDesk.Start.AddDays(-3),
            }
        );

        Assert.StartsWith(
            "The story “Drones” is over: its newest article is of 30 April 2026, and new ones would not count as part of it. Name words to look for instead. Type: alert drone Kremlin",
            await desk.FollowAsync("a.txt"),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Alert 1: the story “Lima harbour closes”.", await desk.FollowAsync("b.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_ThatTheConversationMayNotSee_IsNotFollowed()
    {
        var sports = new Desk
        {
            Name = "Sports",
            Channels = ["pitch"],
            Articles = new ArticleSelection { Outlets = ["Kicker"] },
        };
        await using var desk = await AlertDesk.OpenAsync(new DeskList([sports]));
        await PutAsync(desk);

        var unseen = await desk.FollowAsync("a.txt", "pitch");

        Assert.Equal(
            "The archive no longer has this article, so its story cannot be followed. Ask for the news again.",
            await desk.FollowAsync("nowhere.txt", "pitch")
        );
        Assert.Equal(await desk.FollowAsync("nowhere.txt", "pitch"), unseen);
        Assert.StartsWith("There are no alerts here.", await desk.SayAsync("list", "pitch"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Follow_KeepsToTheRightsAndLimitsOfAlerts()
    {
        await using var desk = await AlertDesk.OpenAsync(options: new AlertOptions { MostPerConversation = 1 });
        await PutAsync(desk);

        Assert.Equal("Only those who manage this channel can change its alerts.", await desk.FollowAsync("a.txt", mayManage: false));
        await desk.SayAsync("add drone");
        Assert.Equal("A conversation has at most 1 alerts. Stop one first: alert stop 1.", await desk.FollowAsync("a.txt"));
    }

    private static Task PutAsync(AlertDesk desk) =>
        desk.PutAsync(
            desk.Report("a.txt", "Two drones shot down over Kremlin", Attack),
            desk.Report("b.txt", "Drones shot down over Kremlin", "Two drones were shot down over the Kremlin, officials said.", "AP")
        );
}
