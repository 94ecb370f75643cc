using NewsBot.Newsroom.Stories;

namespace NewsBot.Newsroom.Tests.Stories;

public sealed class StoryBookTests
{
    private static readonly DateOnly Monday = new(2024, 3, 4);

    private const string MillBurned =
        "Fire destroys mill in Ashford\nThe old mill in Ashford burned down on Monday night. Fire chief Anna Marsh said 40 firefighters fought the flames.";
    private const string MillCause =
        "Ashford mill fire: faulty heater suspected\nFire chief Anna Marsh said a faulty heater may have started the fire that burned down the old mill in Ashford.";
    private const string BridgeOpened =
        "Milford opens new bridge\nMayor Paul Reed opened the new bridge over the Dane in Milford. The bridge cost 12 million pounds.";
    private const string BridgeTolls =
        "No toll on the new Milford bridge\nThe bridge over the Dane in Milford will stay free, Mayor Paul Reed said at the opening. It cost 12 million pounds.";

    [Fact]
    public void Group_ArticlesOnTwoEvents_MakesTwoStories()
    {
        var stories = StoryBook.Group([
            Article("a", MillBurned),
            Article("b", BridgeOpened),
            Article("c", MillCause),
            Article("d", BridgeTolls),
        ]);

        Assert.Equal(["a c", "b d"], KeysOf(stories));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Group_InAnyOrderWithinADay_MakesTheSameStories(int seed)
    {
        StoryArticle[] articles = [.. SomeDay.Articles(events: 12, reports: 5, Monday)];
        var inOrder = KeysOf(StoryBook.Group(articles));
        new Random(seed).Shuffle(articles);

        Assert.Equal(inOrder, KeysOf(StoryBook.Group(articles)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Add_InAnyOrderWithinEachDay_MakesTheSameStories_AlsoWithAHistory(int seed)
    {
        var days = Enumerable
            .Range(0, 8)
            .Select(day => SomeDay.Articles(events: 12, reports: 5, Monday.AddDays(day), first: day * 6).ToArray())
            .ToArray();
        var inOrder = KeysOf(Run(days));
        foreach (var day in days)
            new Random(seed).Shuffle(day);

        Assert.Equal(inOrder, KeysOf(Run(days)));
    }

    [Fact]
    public void Add_OneByOneWithGroupingInBetween_MakesTheSameStoriesAsAllAtOnce()
    {
        var articles = SomeDay.Articles(events: 6, reports: 4, Monday).ToArray();
        var groups = new List<StoryGroup>();
        var book = new StoryBook(groups.Add);
        foreach (var article in articles)
        {
            book.Add(article);
            book.Current();
        }

        book.Complete();

        Assert.Equal(KeysOf(StoryBook.Group(articles)), KeysOf(groups));
    }

    [Fact]
    public void Group_ReportsOfTheNextDay_ContinueTheStory()
    {
        var story = Assert.Single(StoryBook.Group([Article("a", MillBurned, Monday), Article("b", MillCause, Monday.AddDays(1))]));

        Assert.Equal((Monday, Monday.AddDays(1)), (story.First, story.Last));
    }

    [Fact]
    public void Group_TheSameWordsAfterAMonth_BeginANewStory()
    {
        Assert.Equal(
            2,
            StoryBook.Group([Article("a", MillBurned, Monday), Article("b", MillCause, Monday.AddDays(StoryBook.OpenDays + 1))]).Count
        );
    }

    [Fact]
    public void Group_WireCopies_AreOneOriginalAndCounted()
    {
        var wire =
            MillBurned
            + " Nobody was hurt. Two neighbouring houses were cleared for the night, and the road to Milford stayed closed until the morning, police said.";

        var story = Assert.Single(
            StoryBook.Group([Article("a", wire), Article("b", wire + " (Reporting by Jo Field)"), Article("c", MillCause)])
        );

        Assert.Equal(1, story.Copies);
        Assert.Equal(["a", "c"], story.Originals.Select(article => article.Key).Order());
    }

    [Fact]
    public void Group_KeysAreNotRead()
    {
        var plain = StoryBook.Group([Article("1", MillBurned), Article("2", BridgeOpened)]);
        var misleading = StoryBook.Group([Article("mill-fire-1", MillBurned), Article("mill-fire-2", BridgeOpened)]);

        Assert.Equal(plain.Count, misleading.Count);
    }

    [Fact]
    public void Group_NothingAndEmptyTexts_DoNotFail()
    {
        Assert.Empty(StoryBook.Group([]));
        Assert.Equal(2, StoryBook.Group([Article("a", ""), Article("b", "…")]).Count);
    }

    private static List<StoryGroup> Run(StoryArticle[][] days)
    {
        var groups = new List<StoryGroup>();
        var book = new StoryBook(groups.Add);
        foreach (var article in days.SelectMany(day => day))
            book.Add(article);
        book.Complete();
        return groups;
    }

    private static StoryArticle Article(string key, string text, DateOnly? day = null) =>
        new()
        {
            Key = key,
            Text = text,
            Day = day,
        };

    private static IEnumerable<string> KeysOf(IEnumerable<StoryGroup> stories) =>
        stories
            .Select(story => string.Join(' ', story.Articles.Select(article => article.Key).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal);
}
