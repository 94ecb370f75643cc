using NewsBot.Newsroom.Alerts;
using NewsBot.Newsroom.Audit;

namespace NewsBot.Newsroom.Tests.Alerts;

public sealed class AlertCommandsTests
{
    [Fact]
    public async Task Add_ListStop_DoAsTheySay()
    {
        await using var desk = await AlertDesk.OpenAsync();

        Assert.Equal(
            "Alert 1: drone near Kremlin. I post as soon as there is a new article with “drone” and “kremlin”. “alert stop 1” ends it.",
            await desk.SayAsync("add drone near Kremlin")
        );
        Assert.Equal(
            "Alert 2: \"Red Square\" outlet:AP, hourly. Once an hour, I post the new articles with “red” and “square” of outlet:AP. “alert stop 2” ends it.",
            await desk.SayAsync("add \"Red Square\" outlet:AP hourly")
        );
        Assert.StartsWith(
            "Alert 3: drone, daily at 07:30 (Europe/Berlin). Once a day",
            await desk.SayAsync("add drone daily 7:30 europe/berlin"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Alert 4: an answer to “Who flew it?”. I post the answer as soon as a new article gives one",
            await desk.SayAsync("add when there is an answer to \"Who flew it?\""),
            StringComparison.Ordinal
        );
        Assert.Equal("Stopped: drone near Kremlin.", await desk.SayAsync("stop 1"));
        await desk.SayAsync("pause 1");
        await desk.SayAsync("mute 2 90m");
        Assert.Equal(
            "1. \"Red Square\" outlet:AP, hourly — paused\n"
                + "2. drone, daily at 07:30 (Europe/Berlin) — muted until 4 May 2026, 10:40 UTC\n"
                + "3. an answer to “Who flew it?”",
            await desk.SayAsync("list")
        );
        Assert.Equal("Resumed: \"Red Square\" outlet:AP, hourly. It found nothing meanwhile.", await desk.SayAsync("resume 1"));
    }

    [Fact]
    public async Task Changes_AreRecordedInTheAuditLog_WithWhoMadeThem()
    {
        await using var desk = await AlertDesk.OpenAsync();

        foreach (var words in (string[])["add drone", "add drone", "list", "pause 1", "resume 1", "mute 1 2h", "stop 1", "stop 1"])
            await desk.SayAsync(words);

        var entries = await desk.AuditedAsync();
        Assert.Equal(
            [AuditAction.AlertMade, AuditAction.AlertChanged, AuditAction.AlertChanged, AuditAction.AlertChanged, AuditAction.AlertStopped],
            entries.Select(entry => entry.Action)
        );
        Assert.All(entries, entry => Assert.Equal(("teams:someone", "drone"), (entry.By.Id, entry.Target)));
    }

    [Theory]
    [InlineData("", "Type: alert drone Kremlin")]
    [InlineData("add", "Name at least one word to look for. Type: alert drone Kremlin")]
    [InlineData("add the", "Name at least one word to look for. Type: alert drone Kremlin")]
    [InlineData("add there is an answer to \"\"", "The question is missing.")]
    [InlineData("add drone daily 25:00", "“25:00” is not a time like 08:00.")]
    [InlineData("add drone daily 08:00 Europe/Londn", "“Europe/Londn” is not a time zone like Europe/London.")]
    [InlineData("stop 7", "There is no alert 7 here. See: alert list.")]
    [InlineData("mute 1", "For how long? Name minutes, hours or days, such as 30m, 2h or 3d.")]
    [InlineData("mute 1 soon", "“soon” is not a time such as 30m, 2h or 3d, of at most 90 days.")]
    [InlineData("mute 1 91d", "“91d” is not a time such as 30m, 2h or 3d, of at most 90 days.")]
    [InlineData("resume 1", "It is not paused: drone.")]
    [InlineData("add drone", "This alert already exists: drone.")]
    public async Task Command_ThatIsMistyped_IsAnsweredWithWhatToDo(string words, string answer)
    {
        await using var desk = await AlertDesk.OpenAsync();
        await desk.SayAsync("add drone");

        Assert.StartsWith(answer, await desk.SayAsync(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Command_OfSomeoneWhoMayNotManage_IsRejected_ButTheListIsShown()
    {
        await using var desk = await AlertDesk.OpenAsync();

        Assert.Equal("Only those who manage this channel can change its alerts.", await desk.SayAsync("add drone", mayManage: false));
        Assert.StartsWith("There are no alerts here.", await desk.SayAsync("list", mayManage: false), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Alerts_AreLimited_InAConversation_InAll_AndInLength()
    {
        await using var desk = await AlertDesk.OpenAsync(options: new AlertOptions { MostPerConversation = 2, MostInAll = 3 });
        await desk.SayAsync("add one");
        await desk.SayAsync("add two");

        Assert.Equal("A conversation has at most 2 alerts. Stop one first: alert stop 1.", await desk.SayAsync("add three"));
        await desk.SayAsync("add three", "another");
        Assert.Contains("raise Alerts:MostInAll", await desk.SayAsync("add four", "another"), StringComparison.Ordinal);
        Assert.StartsWith(
            "An alert may have at most 200 characters; this one has 201.",
            await desk.SayAsync("add " + new string('a', 201), "another"),
            StringComparison.Ordinal
        );
    }
}
