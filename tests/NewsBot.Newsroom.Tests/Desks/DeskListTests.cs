using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Desks;

namespace NewsBot.Newsroom.Tests.Desks;

public sealed class DeskListTests
{
    private static readonly Desk Sports = new()
    {
        Name = "Sports",
        Channels = ["19:sports"],
        Sections = ["sport"],
    };
    private static readonly Desk Wire = new()
    {
        Name = "Wire",
        Channels = ["19:sports", "42"],
        Outlets = ["wire.example"],
    };
    private static readonly Desk Others = new()
    {
        Name = "Others",
        Channels = [Desk.Everywhere],
        Sections = ["news"],
        Outlets = ["wire.example"],
    };

    [Theory]
    [InlineData("19:sports", "Sports")]
    [InlineData("42", "Wire")]
    [InlineData("19:SPORTS", "Others")]
    [InlineData("elsewhere", "Others")]
    public void Conversation_BelongsToTheFirstDeskThatNamesIt_ElseToTheOneOfEverywhere(string conversation, string desk) =>
        Assert.Equal(desk, new DeskList([Others, Sports, Wire]).Of(conversation)?.Name);

    [Fact]
    public void Conversation_WithoutADesk_IsOfNone() => Assert.Null(new DeskList([Sports]).Of("elsewhere"));

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
        var article = new Article
        {
            Source = "a.txt",
            Headline = "h",
            Text = "t",
            Section = section,
            Outlet = outlet,
        };

        Assert.Equal((sports, wire, others), (Sports.MaySee(article), Wire.MaySee(article), Others.MaySee(article)));
    }
}
