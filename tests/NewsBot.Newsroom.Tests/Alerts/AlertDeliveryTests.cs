using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Tests.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Alerts;

public class AlertDeliveryTests
{
    private const string Attack = "Two drones were shot down over the Kremlin on Monday.";

    [Fact]
    public async Task Article_ThatMatches_IsPostedOnce_WithItsSentenceWordForWord()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone near Kremlin");

        await desk.ArriveAsync(
            desk.Report("wire/a.txt", "Drones over Moscow", $"Moscow woke to smoke. {Attack}"),
            desk.Report("wire/b.txt", "Council meets", "The council met in Lima to discuss water prices.")
        );
        await desk.RunAsync(TimeSpan.FromHours(1));

        var post = Assert.Single(desk.Posts);
        var article = Assert.Single(Assert.Single(post.Stories).Articles);
        Assert.Equal(("wire/a.txt", "Drones over Moscow", "Reuters"), (article.Source, article.Headline, article.Outlet));
        Assert.Equal(Attack, Assert.Single(article.Statements).Text);
        Assert.Equal(Attack, Assert.Single(post.Citations).Quote);
        Assert.StartsWith("http://newsbot.test/articles/wire%2Fa.txt#q", article.Link, StringComparison.Ordinal);
        Assert.Equal("Alert “drone near Kremlin”: 1 article", AlertText.Title(post));
    }

    [Fact]
    public async Task Article_FromBeforeTheAlert_OrFromLongAgo_IsNotPosted()
    {
        await using var desk = await OpenAsync();
        await desk.PutAsync(desk.Report("a.txt", "Drones", Attack));
        await desk.SayAsync("add drone Kremlin");

        await desk.ArriveAsync(desk.Report("b.txt", "Old drones", Attack) with { Published = AlertDesk.Start.AddDays(-30) });

        Assert.Empty(desk.Posts);
    }

    [Fact]
    public async Task Story_HasOnePost_AndUpdatesThatAreSpaced()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone Kremlin");
        await desk.ArriveAsync(
            desk.Report("a.txt", "Two drones shot down over Kremlin", Attack),
            desk.Report("b.txt", "Drones shot down over Kremlin", "Two drones were shot down over the Kremlin, officials said.", "AP")
        );
        Assert.Equal(["a.txt", "b.txt"], desk.Posts.Single().Stories.Single().Articles.Select(article => article.Source));

        await desk.ArriveAsync(
            desk.Report("c.txt", "Drones shot down over the Kremlin: video", "A video shows the drones shot down over the Kremlin.")
        );
        await desk.RunAsync(TimeSpan.FromMinutes(20));
        Assert.Single(desk.Posts);

        await desk.RunAsync(TimeSpan.FromMinutes(11));
        Assert.Equal(2, desk.Posts.Count);
        var update = desk.Posts[1].Stories.Single();
        Assert.Equal((true, "c.txt"), (update.IsKnown, update.Articles.Single().Source));
        Assert.Equal("Alert “drone Kremlin”: new in this story", AlertText.Title(desk.Posts[1]));
    }

    [Fact]
    public async Task Stories_ThatAreUnrelated_HaveAPostEach_AndManyComeTogether()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        string[] places = ["Lima", "Osaka", "Perth", "Tunis", "Bergen", "Quito", "Accra"];

        await desk.ArriveAsync([.. places.Take(2).Select(Crash)]);
        Assert.Equal([1, 1], desk.Posts.Select(post => post.Stories.Count));

        await desk.ArriveAsync([.. places.Select((place, number) => Crash(place + "ville", number + 10))]);
        Assert.Equal([1, 1, 7], desk.Posts.Select(post => post.Stories.Count));

        Article Crash(string place, int number) =>
            desk.Report(
                $"{number}.txt",
                $"{place} {Words[number % Words.Length]}",
                $"A drone hit the {Words[number % Words.Length]} of {place}."
            );
    }

    private static readonly string[] Words =
    [
        "harbour",
        "opera",
        "stadium",
        "airport",
        "museum",
        "bakery",
        "library",
        "cathedral",
        "market",
        "zoo",
        "mill",
        "school",
        "bridge",
        "tower",
        "castle",
        "factory",
        "hotel",
    ];

    [Fact]
    public async Task Articles_TooManyForOneLook_AreAllTold()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add zeppelin");
        await desk.PutAsync([.. Enumerable.Range(0, 1200).Select(number => Report(number, number % 500 == 7 ? "zeppelin" : "tram"))]);

        for (var look = 0; look < 3; look++)
            await desk.RunAsync();

        Assert.Equal(
            ["0007.txt", "0507.txt", "1007.txt"],
            desk.Posts.SelectMany(post => post.Stories).SelectMany(story => story.Articles).Select(article => article.Source)
        );

        Article Report(int number, string thing) =>
            desk.Report($"{number:0000}.txt", $"{Words[number % Words.Length]} {number}", $"The {thing} reached stop {number}.");
    }

    [Fact]
    public async Task Crash_BetweenMatchAndPost_PostsOnce()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone Kremlin");
        await desk.PutAsync(desk.Report("a.txt", "Drones", Attack));

        desk.Channel.Script = _ => Happening.CrashesFirst;
        await Assert.ThrowsAsync<SimulatedCrash>(() => desk.RunAsync());
        await desk.RestartAsync();
        desk.Channel.Script = null;
        await desk.RunAsync(TimeSpan.FromMinutes(6));
        await desk.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal("a.txt", Assert.Single(desk.Posts).Stories.Single().Articles.Single().Source);
    }

    [Fact]
    public async Task Crash_AfterThePostArrived_PostsOnce_AndTellsWhatCameSinceLater()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        await desk.PutAsync(desk.Report("a.txt", "Drones over Kremlin", Attack));

        desk.Channel.Script = _ => Happening.ArrivesBeforeTheCrash;
        await Assert.ThrowsAsync<SimulatedCrash>(() => desk.RunAsync());
        await desk.RestartAsync();
        desk.Channel.Script = null;
        await desk.PutAsync(desk.Report("b.txt", "Harbour in Lima closed", "A drone closed the harbour of Lima."));
        await desk.RunAsync(TimeSpan.FromMinutes(6));

        Assert.Equal(["a.txt", "b.txt"], desk.Posts.Select(post => post.Stories.Single().Articles.Single().Source));
        Assert.All(desk.Channel.Arrivals.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task Post_ThatWasAcceptedAndFailedLater_IsToldAgain()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        desk.Channel.Script = _ => Happening.IsAccepted;
        await desk.ArriveAsync(desk.Report("a.txt", "Drones", Attack));
        Assert.Empty(desk.Posts);

        desk.Channel.End = PostResult.Refused("the app is not installed");
        await desk.RunAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("A post of the alert “drone” could not be posted: the app is not installed.", Assert.Single(desk.Channel.Reports));

        desk.Channel.Script = null;
        await desk.ArriveAsync(desk.Report("b.txt", "Lima harbour", "A drone closed the harbour of Lima."));
        Assert.Equal(
            ["a.txt", "b.txt"],
            desk.Posts.SelectMany(post => post.Stories).SelectMany(story => story.Articles).Select(article => article.Source)
        );
    }

    [Fact]
    public async Task Alert_Hourly_OrDaily_PostsEverythingTogether()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone hourly");
        await desk.SayAsync("add drone daily 12:00 Europe/London", "other room");
        await desk.ArriveAsync(desk.Report("a.txt", "Drones over Kremlin", Attack));
        await desk.ArriveAsync(desk.Report("b.txt", "Lima harbour", "A drone closed the harbour of Lima."));
        Assert.Empty(desk.Posts);

        await desk.RunAsync(TimeSpan.FromMinutes(50));
        Assert.Equal(2, Assert.Single(desk.Posts).Stories.Count);

        await desk.RunAsync(TimeSpan.FromHours(1));
        Assert.Equal(["room", "other room"], desk.Posts.Select(post => post.Conversation));
        Assert.Equal(2, desk.Posts[1].Stories.Count);
    }

    [Fact]
    public async Task Pause_CountsWhatIsMissed_AndResumeTellsItInOnePost()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        await desk.SayAsync("pause 1");
        await desk.ArriveAsync(desk.Report("a.txt", "Drones over Kremlin", Attack));
        await desk.ArriveAsync(desk.Report("b.txt", "Lima harbour", "A drone closed the harbour of Lima."));
        Assert.Empty(desk.Posts);

        Assert.Equal("Resumed: drone. It found 2 articles meanwhile; one post with links follows.", await desk.SayAsync("resume 1"));
        await desk.RunAsync();

        var post = Assert.Single(desk.Posts);
        Assert.Equal("Alert “drone”: 2 articles while it was silent", AlertText.Title(post));
        await desk.ArriveAsync(desk.Report("c.txt", "Osaka", "A drone fell on a bakery in Osaka."));
        Assert.False(desk.Posts[1].IsCatchUp);
    }

    [Fact]
    public async Task Mute_EndsByItself_AndTellsWhatCameInOnePost()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        Assert.StartsWith("Muted until 4 May 2026, 11:10 UTC: drone.", await desk.SayAsync("mute 1 2h"), StringComparison.Ordinal);
        await desk.ArriveAsync(desk.Report("a.txt", "Drones over Kremlin", Attack));
        await desk.RunAsync(TimeSpan.FromHours(1));
        Assert.Empty(desk.Posts);

        await desk.RunAsync(TimeSpan.FromHours(1));

        Assert.True(Assert.Single(desk.Posts).IsCatchUp);
    }

    [Fact]
    public async Task Article_WithdrawnAfterItsPost_GetsACorrection()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        await desk.ArriveAsync(desk.Report("a.txt", "Drones", Attack));

        await desk.WithdrawAsync("a.txt");
        await desk.RunAsync();
        await desk.RunAsync(TimeSpan.FromHours(1));

        Assert.Equal(2, desk.Posts.Count);
        Assert.Equal((true, "a.txt"), (desk.Posts[1].Corrected.Single().IsWithdrawn, desk.Posts[1].Corrected.Single().Source));
        Assert.Empty(desk.Posts[1].Sources);
    }

    [Fact]
    public async Task Article_WithdrawnBeforeItsPost_IsNotTold()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone hourly");
        await desk.ArriveAsync(desk.Report("a.txt", "Drones", Attack));

        await desk.WithdrawAsync("a.txt");
        await desk.RunAsync(TimeSpan.FromHours(2));

        Assert.Empty(desk.Posts);
    }

    [Fact]
    public async Task Article_UnderEmbargo_IsToldWhenItEnds()
    {
        await using var desk = await OpenAsync();
        await desk.SayAsync("add drone");
        await desk.ArriveAsync(desk.Report("a.txt", "Drones", Attack) with { EmbargoedUntil = AlertDesk.Start.AddHours(3) });
        await desk.RunAsync(TimeSpan.FromHours(1));
        Assert.Empty(desk.Posts);

        await desk.RunAsync(TimeSpan.FromHours(3));

        Assert.Single(desk.Posts);
    }

    [Fact]
    public async Task Desk_SeesOnlyItsArticles_AlsoInThreadsAndPersonalChats()
    {
        var sports = new Desk
        {
            Name = "Sports",
            Channels = ["channel"],
            Users = ["ana"],
            Articles = new ArticleSelection { Outlets = ["Kicker"] },
        };
        await using var desk = await OpenAsync(new DeskList([sports]));
        await desk.SayAsync("add drone", "channel");
        await desk.SayAsync("add drone", "thread", place: new ReaderPlace("thread", "channel", "bob"));
        await desk.SayAsync("add drone", "chat", place: new ReaderPlace("chat", Person: "ana", IsPersonal: true));
        await desk.SayAsync("add when there is an answer to \"What was shot down over the Kremlin?\"", "channel");

        await desk.ArriveAsync(desk.Report("a.txt", "Drones", Attack));
        Assert.Empty(desk.Posts);

        await desk.ArriveAsync(desk.Report("b.txt", "Drone over the pitch", "A drone stopped the match in Lima.", "Kicker"));
        Assert.Equal(["channel", "chat", "thread"], desk.Posts.Select(post => post.Conversation).Order());
        Assert.All(desk.Posts, post => Assert.Equal(["b.txt"], post.Sources));
    }

    [Fact]
    public async Task Story_ThatIsFollowed_PostsItsFurtherArticles_AndNoOthers()
    {
        await using var desk = await OpenAsync();
        await desk.PutAsync(
            desk.Report("a.txt", "Two drones shot down over Kremlin", Attack),
            desk.Report("b.txt", "Lima harbour closes", "The harbour of Lima closed after a storm on Monday.")
        );
        var digest = await desk.ShowDigestAsync();
        var number = digest.Stories.Index().First(one => one.Item.Sources.Any(source => source.Source == "a.txt")).Index + 1;

        Assert.Equal(
            $"Alert 1: the story “Two drones shot down over Kremlin”. I post as soon as there is a new article of this story. “alert stop 1” ends it.",
            await desk.SayAsync($"follow {number}")
        );
        await desk.ArriveAsync(
            desk.Report("c.txt", "Drones shot down over the Kremlin: video", "A video shows two drones shot down over the Kremlin.", "AP"),
            desk.Report("d.txt", "Lima harbour opens", "The harbour of Lima opened again on Monday.")
        );

        var story = Assert.Single(desk.Posts).Stories.Single();
        Assert.Equal((true, "c.txt"), (story.IsKnown, story.Articles.Single().Source));
        Assert.Equal(
            $"The last digest here has the stories 1 to {digest.Stories.Count}; there is no story 9.",
            await desk.SayAsync("follow 9")
        );
        Assert.StartsWith("There is no digest here yet", await desk.SayAsync("follow 1", "other"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_WithoutAnAnswer_Waits_AndIsOverOnceAnArticleAnswersIt()
    {
        await using var desk = await OpenAsync();
        await desk.PutAsync(desk.Report("old.txt", "Mayor", "Ana Torres is the mayor of Quillville."));
        await desk.SayAsync("add when there is an answer to \"Who is the mayor of Quillville?\"");
        await desk.ArriveAsync(desk.Report("a.txt", "Quillville", "The mayor of Quillville opened a tram line on Monday."));
        Assert.Empty(desk.Posts);

        await desk.ArriveAsync(desk.Report("b.txt", "Election", "Maria Lopez is the mayor of Quillville."));

        var post = Assert.Single(desk.Posts);
        Assert.Equal(["b.txt"], post.Sources);
        Assert.Equal("Maria Lopez is the mayor of Quillville.", post.Stories.Single().Articles.Single().Statements.Single().Text);
        Assert.Equal("This alert has done its work and is over.", AlertText.Hint(post, "stop", "pause"));
        Assert.StartsWith("There are no alerts here.", await desk.SayAsync("list"), StringComparison.Ordinal);
        await desk.ArriveAsync(desk.Report("c.txt", "Mayor again", "Maria Lopez is the mayor of Quillville, too."));
        Assert.Single(desk.Posts);
    }

    private protected virtual TestState State() => TestState.InFile(isDurable: false);

    private Task<AlertDesk> OpenAsync(DeskList? desks = null) => AlertDesk.OpenAsync(desks, state: State());
}
