using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Tests.Desks;

public sealed class DeskListTests
{
    private static readonly Desk Sports = new()
    {
        Name = "Sports",
        Channels = ["19:sports"],
        Users = ["ann", "bob"],
        Articles = new() { Sections = ["sport"] },
    };
    private static readonly Desk Wire = new()
    {
        Name = "Wire",
        Channels = ["19:sports", "42"],
        Users = ["bob", "carl"],
        Articles = new() { Outlets = ["wire.example"] },
        SeesEmbargoed = true,
    };
    private static readonly Desk Others = new()
    {
        Name = "Others",
        Channels = [Desk.Everywhere],
        Articles = new() { Sections = ["news"], Outlets = ["wire.example"] },
    };

    [Theory]
    [InlineData("19:sports", "Sports")]
    [InlineData("42", "Wire")]
    [InlineData("19:SPORTS", "Others")]
    [InlineData("elsewhere", "Others")]
    public void Conversation_BelongsToTheFirstDeskThatNamesIt_ElseToTheOneOfEverywhere(string conversation, string desk) =>
        Assert.Equal(desk, new DeskList([Others, Sports, Wire]).Of(new ReaderPlace(conversation))?.Name);

    [Fact]
    public void Conversation_WithoutADesk_IsOfNone() => Assert.Null(new DeskList([Sports]).Of(new ReaderPlace("elsewhere")));

    [Theory]
    [InlineData("42", null, "ann", false, "Wire")]
    [InlineData("thread", "42", "ann", false, "Wire")]
    [InlineData("elsewhere", null, "ann", false, "Others")]
    [InlineData("elsewhere", null, "bob", true, "Sports")]
    [InlineData("elsewhere", null, "dora", true, "Others")]
    public void Person_GetsTheDeskOfTheChannel_AndTheirOwnInAPersonalChat(
        string conversation,
        string? parent,
        string person,
        bool isPersonal,
        string desk
    ) => Assert.Equal(desk, new DeskList([Others, Sports, Wire]).Of(new ReaderPlace(conversation, parent, person, isPersonal))?.Name);

    [Fact]
    public void Person_InAChannelWithoutADesk_BringsNoRightToEmbargoedArticles()
    {
        var desks = new DeskList([Wire]);

        var shared = desks.Of(new ReaderPlace("elsewhere", Person: "carl"));
        var personal = desks.Of(new ReaderPlace("elsewhere", Person: "carl", IsPersonal: true));

        Assert.Equal(("Wire", false, true), (shared?.Name, shared?.SeesEmbargoed, personal?.SeesEmbargoed));
    }

    [Fact]
    public void Desk_WithinAnother_SeesNoMoreThanEither()
    {
        var both = Sports.Within(Wire);

        Assert.True(both.MaySee(Of("a.txt", "sport", "wire.example")));
        Assert.False(both.MaySee(Of("a.txt", "sport", "other.example")));
        Assert.False(both.MaySee(Of("a.txt", "news", "wire.example")));
        Assert.False(both.SeesEmbargoed);
        Assert.NotEqual(Sports.Key, both.Key);
    }

    [Theory]
    [InlineData("wire/sport/a.txt", true)]
    [InlineData("wire/sports/a.txt", false)]
    [InlineData("sport/a.txt", false)]
    public void Desk_SeesArticlesOfItsFolders(string source, bool sees)
    {
        var desk = Sports with { Articles = new() { Folders = ["wire/sport/"] } };

        Assert.Equal(sees, desk.MaySee(Of(source, null, null)));
    }

    [Fact]
    public void Name_IsFoundInAnyCase() => Assert.Same(Sports, new DeskList([Wire, Sports]).Named("SPORTS"));

    [Theory]
    [InlineData("Sport", null, true, false, false)]
    [InlineData(null, null, false, false, false)]
    [InlineData("news", "Wire.example", false, true, true)]
    [InlineData(null, "wire.example", false, true, false)]
    public void Desk_SeesArticlesOfItsSectionsAndOutlets_AndNoneWithoutThem(
        string? section,
        string? outlet,
        bool sports,
        bool wire,
        bool others
    )
    {
        var article = Of("a.txt", section, outlet);

        Assert.Equal((sports, wire, others), (Sports.MaySee(article), Wire.MaySee(article), Others.MaySee(article)));
    }

    private static Article Of(string source, string? section, string? outlet) =>
        new()
        {
            Source = source,
            Headline = "h",
            Text = "t",
            Section = section,
            Outlet = outlet,
        };
}
