using NewsBot.Newsroom.State;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Subscriptions;

public sealed class SubscriptionCommandsTests : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly StateDatabase database;
    private readonly SubscriptionStore store;
    private readonly SubscriptionCommands desk;

    public SubscriptionCommandsTests()
    {
        database = StateDatabase.Open(folder[StateDatabase.FileName], [SubscriptionStore.Schema]);
        store = new SubscriptionStore(database);
        desk = new SubscriptionCommands(store, new SettableClock(new DateTimeOffset(2026, 5, 4, 12, 0, 0, TimeSpan.Zero)));
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Subscribe_ListChangeStop_DoAsTheySay()
    {
        Assert.Equal(
            "Subscribed: 08:00 Europe/London weekdays drone attack. The first digest comes on Tuesday 5 May at 08:00 (Europe/London).",
            await SayAsync("subscribe 08:00 europe/london weekdays drone attack")
        );
        Assert.Equal(
            "Subscribed: 18:30 Asia/Tokyo daily. The first digest comes on Tuesday 5 May at 18:30 (Asia/Tokyo).",
            await SayAsync("subscribe 18:30 Asia/Tokyo")
        );
        Assert.Equal("Changed: 09:15 Europe/London mon,fri drone attack.", await SayAsync("change 1 9:15 Europe/London mon,friday"));
        Assert.Equal("Stopped: 18:30 Asia/Tokyo daily.", await SayAsync("stop 2"));
        Assert.Equal("1. 09:15 Europe/London mon,fri drone attack — next on Friday 8 May at 09:15 (Europe/London)", await SayAsync("list"));
    }

    [Theory]
    [InlineData("subscribe", "The time is missing.")]
    [InlineData("subscribe noon Europe/London", "“noon” is not a time like 08:00.")]
    [InlineData("subscribe 08:00", "The time zone is missing.")]
    [InlineData("subscribe 08:00 London", "“London” is not a time zone like Europe/London.")]
    [InlineData("subscribe 25:00 Europe/London", "“25:00” is not a time like 08:00.")]
    [InlineData("stop", "There are no digests here to stop.")]
    [InlineData("change 3 08:00", "There is no digest 3 here.")]
    public async Task Words_ThatAreWrong_AreExplained(string words, string expected) =>
        Assert.StartsWith(expected, await SayAsync(words), StringComparison.Ordinal);

    [Theory]
    [InlineData("8 am", "Europe/London", "", "", "“8 am” is not a time like 08:00.")]
    [InlineData("", "Europe/London", "", "", "The time is missing.")]
    [InlineData("08:00", "Middle earth", "", "", "“Middle earth” is not a time zone like Europe/London.")]
    [InlineData("08:00", "Europe/London", "someday", "", "“someday” does not name days like daily, weekdays, weekends or mon,thu.")]
    [InlineData("08:00", "Europe/London", "mon, thu", "08:00", "Subscribed: 08:00 Europe/London mon,thu 08:00.")]
    public async Task Fields_AreReadEachForItself(string time, string zone, string days, string topic, string expected)
    {
        var said = await SayAsync("subscribe", fields: new ScheduleFields(time, zone, days, topic));

        Assert.StartsWith(expected, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "Nowhere", "“Nowhere” is not a time zone like Europe/London.")]
    [InlineData("noon", null, "“noon” is not a time like 08:00.")]
    [InlineData(null, null, "Name what to change: the time, the time zone, the days or the topic.")]
    [InlineData("09:00", null, "Changed: 09:00 Europe/London daily drone.")]
    public async Task Change_ByFields_KeepsWhatIsLeftOut_AndNamesWhatIsWrong(string? time, string? zone, string expected)
    {
        await SayAsync("subscribe 08:00 Europe/London drone");

        var said = await SayAsync("change 1", fields: new ScheduleFields(time, zone, null, null));

        Assert.StartsWith(expected, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("subscribe noon", "“noon” is not a time like 08:00. /usage")]
    [InlineData("list", "No digests are posted here. /usage")]
    [InlineData("change 3", "There is no digest 3 here. See: /list.")]
    public async Task Mistake_IsAnsweredInTheSyntaxOfTheChannel(string words, string expected) =>
        Assert.Equal(expected, await SayAsync(words, syntax: new SubscriptionSyntax("/usage", "/list", "/stop")));

    [Fact]
    public async Task Subscribe_WithoutTheRight_IsRefused_AndListIsNot()
    {
        Assert.Equal(
            "Only those who manage this channel can change its digests.",
            await SayAsync("subscribe 08:00 Europe/London", mayManage: false)
        );
        Assert.StartsWith("No digests are posted here.", await SayAsync("list", mayManage: false), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribe_TheSameTwice_IsOne()
    {
        await SayAsync("subscribe 08:00 Europe/London");

        Assert.StartsWith("This digest already exists", await SayAsync("subscribe 08:00 Europe/London daily"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfAnotherConversation_IsItsOwn()
    {
        await SayAsync("subscribe 08:00 Europe/London");

        Assert.StartsWith("No digests are posted here.", await SayAsync("list", conversation: "other"), StringComparison.Ordinal);
    }

    private Task<string> SayAsync(
        string words,
        bool mayManage = true,
        string conversation = "c",
        ScheduleFields? fields = null,
        SubscriptionSyntax? syntax = null
    )
    {
        var request = new SubscriptionRequest
        {
            Channel = "test",
            Reader = new(conversation, Person: "p"),
            MayManage = mayManage,
            Words = words,
            Fields = fields,
            Syntax = syntax ?? SubscriptionSyntax.Message,
        };
        return desk.AnswerAsync(request, TestContext.Current.CancellationToken);
    }
}
