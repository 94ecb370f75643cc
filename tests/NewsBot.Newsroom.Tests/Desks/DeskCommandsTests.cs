using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;
using NewsBot.Newsroom.State;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Desks;

public class DeskCommandsTests : IAsyncDisposable
{
    private static readonly DeskList Defined = new([
        new Desk
        {
            Name = "Sports",
            Channels = ["19:sports"],
            Users = ["ann"],
            Articles = new() { Sections = ["sport"], Outlets = ["A", "B"] },
        },
        new Desk
        {
            Name = "World news",
            Channels = [],
            SeesEmbargoed = true,
        },
    ]);
    private static readonly Article Match = new()
    {
        Source = "match.txt",
        Text = "Text.",
        Headline = "Match",
        Section = "sport",
        Outlet = "A",
    };

    private readonly TestState state;
    private readonly StateDatabase database;
    private readonly DeskRegister register;

    public DeskCommandsTests()
        : this(TestState.InFile()) { }

    private protected DeskCommandsTests(TestState state)
    {
        this.state = state;
        database = Open();
        register = new DeskRegister(Defined, database);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        state.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Set_PutsTheConversationOnTheDesk_UntilItIsCleared()
    {
        Assert.Equal(
            "The desk of this conversation is now World news: it sees all articles, including those under embargo, marked as such. "
                + "This holds for what is posted here, too.",
            await SayAsync("set world NEWS")
        );
        Assert.Equal("World news", DeskOf(register));
        Assert.StartsWith("The desk of this conversation is World news:", await SayAsync("show"), StringComparison.Ordinal);
        Assert.StartsWith("The desk of this conversation is now Sports:", await SayAsync("set Sports"), StringComparison.Ordinal);
        Assert.Equal(
            "Cleared. There is no desk for this conversation: it sees all articles except those under embargo.",
            await SayAsync("clear")
        );
        Assert.Null(DeskOf(register));
        Assert.Equal("No desk is set for this conversation.", await SayAsync("clear"));
    }

    [Fact]
    public async Task Set_ForAPerson_AppliesInTheirOwnChat()
    {
        await SayAsync("set Sports for carl");

        Assert.Equal("Sports", register.Current.Of(new ReaderPlace("chat", Person: "carl", IsPersonal: true))?.Name);
        Assert.Equal("carl is no longer on a desk.", await SayAsync("clear for carl"));
        Assert.Null(register.Current.Of(new ReaderPlace("chat", Person: "carl", IsPersonal: true)));
    }

    [Fact]
    public async Task Set_SurvivesARestart_AndReachesAnotherHost()
    {
        await using var otherDatabase = Open();
        var other = new DeskRegister(Defined, otherDatabase);
        await SayAsync("set Sports");

        Assert.Null(DeskOf(other));
        await other.RefreshAsync(Token);

        Assert.Equal("Sports", DeskOf(other));
        await using var laterDatabase = Open();
        Assert.Equal("Sports", DeskOf(new DeskRegister(Defined, laterDatabase)));
    }

    [Fact]
    public async Task Desk_ThatTheSettingsNoLongerDefine_SeesNothing()
    {
        await SayAsync("set World news");
        var without = new DeskRegister(new DeskList([Defined.All[0]]), database);

        Assert.False(without.Current.Of(new ReaderPlace("here"))!.MaySee(Match));
        Assert.Equal(
            "The desk of this conversation, World news, is no longer in the settings: it sees no articles until it is given another.",
            await SayAsync("", of: without)
        );
        Assert.DoesNotContain("World news", await SayAsync("list", of: without), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set Sprots", "There is no desk “Sprots”. There are: Sports, World news.")]
    [InlineData("set Sports for ann", "The settings put ann on the desk Sports: change Digests:Desks:Sports:Users there.")]
    [InlineData("clear for bob", "No desk is set for bob.")]
    [InlineData("move", "Type: desk, desk list, desk set Sports, desk clear. For a person: desk set Sports for ID, desk clear for ID.")]
    [InlineData(
        "list",
        "Sports: sees the articles of section sport; outlets A, B, except those under embargo. Conversations: 1, people: 1.\n"
            + "World news: sees all articles, including those under embargo, marked as such. Conversations: 0, people: 0."
    )]
    public async Task Command_IsAnsweredWithWhatIsWrongAndTheRemedy(string words, string reply) =>
        Assert.Equal(reply, await SayAsync(words));

    [Fact]
    public async Task Channel_NamedInTheSettings_StaysWhereTheyPutIt()
    {
        Assert.Equal(
            "The settings put this conversation on the desk Sports: change Digests:Desks:Sports:Channels there.",
            await SayAsync("set World news", place: "19:sports")
        );
        Assert.Equal("Sports", register.Current.Of(new ReaderPlace("19:sports"))?.Name);
    }

    [Theory]
    [InlineData("set World news")]
    [InlineData("clear")]
    [InlineData("list")]
    public async Task Command_OfSomeoneWhomTheSettingsDoNotName_ChangesNothing(string words)
    {
        await SayAsync("set Sports");

        Assert.Equal(
            "Only people named in the setting Digests:Managers can list and change desks. Your id is dora.",
            await SayAsync(words, mayManage: false)
        );
        Assert.Equal("Sports", DeskOf(register));
    }

    [Fact]
    public async Task Show_InAPersonalChat_SaysTheIdThatManagersNeed() =>
        Assert.EndsWith(
            "Your id is dora.",
            await new DeskCommands(register, TimeProvider.System).AnswerAsync(
                new DeskRequest
                {
                    Channel = "teams",
                    Reader = new ReaderPlace("chat", Person: "dora", IsPersonal: true),
                    MayManage = false,
                    Order = new DeskOrder.Show(),
                },
                Token
            ),
            StringComparison.Ordinal
        );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static string? DeskOf(DeskRegister register) => register.Current.Of(new ReaderPlace("here"))?.Name;

    private StateDatabase Open() => state.Open(DeskRegister.Schema);

    private Task<string> SayAsync(string words, bool mayManage = true, string place = "here", DeskRegister? of = null) =>
        new DeskCommands(of ?? register, TimeProvider.System).AnswerAsync(
            new DeskRequest
            {
                Channel = "teams",
                Reader = new ReaderPlace(place, Person: "dora"),
                MayManage = mayManage,
                Order = DeskOrder.Read(words),
            },
            Token
        );
}
