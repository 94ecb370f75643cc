using NewsBot.Archive.Catalogue;

namespace NewsBot.Archive.Tests.Catalogue;

public sealed class NewsDaysTests
{
    private static readonly DateOnly Today = new(2026, 5, 20);

    [Fact]
    public void OneStrayArticle_AfterFullDays_IsPassedOver() => Assert.Equal(Day(3), Of((1, 8), (2, 9), (3, 7), (9, 1)).NewestFull(Today));

    [Fact]
    public void FewArticles_AfterDaysWithHundreds_ArePassedOver() =>
        Assert.Equal(Day(3), Of((1, 300), (2, 250), (3, 280), (4, 12)).NewestFull(Today));

    [Fact]
    public void Days_OfOneArticleEach_AreAllWorthReading() => Assert.Equal(Day(9), Of((1, 1), (2, 1), (9, 1)).NewestFull(Today));

    [Fact]
    public void OnlyDay_IsWorthReading() => Assert.Equal(Day(9), Of((9, 1)).NewestFull(Today));

    [Fact]
    public void DayInTheFuture_IsNeverOpened_AndNotLedTo()
    {
        var days = Of((1, 3), (2, 4), (25, 50));

        Assert.Equal(Day(2), days.NewestFull(Today));
        Assert.Null(days.After(Day(2), Today));
        Assert.Equal(Day(25), days.Last);
    }

    [Fact]
    public void Neighbours_AreDaysWithArticles()
    {
        var days = Of((1, 3), (7, 2), (15, 4));

        Assert.Equal((Day(1), Day(15)), (days.Before(Day(7)), days.After(Day(7), Today)));
        Assert.Equal((Day(7), Day(15)), (days.Before(Day(10)), days.After(Day(10), Today)));
        Assert.Null(days.Before(Day(1)));
        Assert.Null(days.After(Day(15), Today));
    }

    [Fact]
    public void NoDays_HaveNeitherFirstNorLast()
    {
        var days = Of();

        Assert.Equal((null, null, null), (days.First, days.Last, days.NewestFull(Today)));
    }

    private static NewsDays Of(params (int Day, int Articles)[] days) =>
        new(days.Select(one => KeyValuePair.Create(Day(one.Day), one.Articles)));

    private static DateOnly Day(int day) => new(2026, 5, day);
}
