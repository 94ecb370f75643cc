using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Dialogue;

namespace NewsBot.Newsroom.Tests.Dialogue;

public sealed class FilterWordsTests
{
    private static readonly DateOnly Today = new(2023, 5, 10);

    [Theory]
    [InlineData("where was Putin? from:2023-05-03 to:2023-05-09", "where was Putin?", "from:2023-05-03 to:2023-05-09")]
    [InlineData("where was Putin from:2023-05-03?", "where was Putin?", "from:2023-05-03")]
    [InlineData("from:2023-05 drones", "drones", "from:2023-05-01")]
    [InlineData("drones to:2023-02", "drones", "to:2023-02-28")]
    [InlineData("drones to:2023", "drones", "to:2023-12-31")]
    [InlineData("drones from:yesterday", "drones", "from:2023-05-09")]
    [InlineData("drones FROM:\"3 May 2023\"", "drones", "from:2023-05-03")]
    [InlineData("drones outlet:Reuters section:“World news”", "drones", "outlet:Reuters section:\"World news\"")]
    [InlineData("drones outlet:example.org", "drones", "outlet:\"example.org\"")]
    public void Words_AreTakenOut_AndWrittenAgain(string message, string words, string filter)
    {
        var read = FilterWords.Read(message, Today);

        Assert.Equal((words, filter, null), (read.Words, FilterWords.Write(read.Filter), read.Unreadable));
        Assert.Equal(read.Filter, FilterWords.Read($"drones {filter}", Today).Filter);
    }

    [Theory]
    [InlineData("Where is he from: Moscow or Kyiv?")]
    [InlineData("What was the letter to: the mayor?")]
    [InlineData("see https://example.org/?from:2023")]
    [InlineData("Where was Putin?")]
    public void OtherColons_AreWords(string message)
    {
        var read = FilterWords.Read(message, Today);

        Assert.Equal((message, ArticleFilter.None, null), (read.Words, read.Filter, read.Unreadable));
    }

    [Theory]
    [InlineData("drones from:soon", "from:soon")]
    [InlineData("drones to:2023-13-01", "to:2023-13-01")]
    [InlineData("drones from:2023-05-09 to:2023-05-03", "to:2023-05-03")]
    [InlineData("drones outlet:\"\"", "outlet:\"\"")]
    public void Words_ThatCannotBeRead_AreNamed_AndNothingIsLost(string message, string unreadable)
    {
        var read = FilterWords.Read(message, Today);

        Assert.Equal((message, unreadable), (read.Words, read.Unreadable));
        Assert.Contains(unreadable, DialogueReplies.To(DialogueReader.Read(message, Today)), StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_AndSources_AreLimited()
    {
        var filter = new ArticleFilter { Outlet = "Reuters" };

        Assert.Equal(
            new DialogueAct.Question("where was Putin?") { Filter = filter },
            DialogueReader.Read("Hello NewsBot, where was Putin? outlet:Reuters", Today)
        );
        Assert.Equal(new DialogueAct.Sources("drone") { Filter = filter }, DialogueReader.Read("sources drone outlet:Reuters", Today));
    }

    [Fact]
    public void OtherCommands_KeepTheirWords() =>
        Assert.Equal(new DialogueAct.Check("he left outlet:Reuters"), DialogueReader.Read("check: he left outlet:Reuters", Today));
}
