using NewsBot.Newsroom.Subscriptions;

namespace NewsBot.Newsroom.Tests.Subscriptions;

public sealed class DueTimesTests
{
    [Theory]
    [InlineData("2026-03-28", "2026-03-28T01:30:00Z")]
    [InlineData("2026-03-29", "2026-03-29T01:30:00Z")] // 01:30 does not exist: the clocks go from 01:00 to 02:00, so it is 02:30 in summer time.
    [InlineData("2026-03-30", "2026-03-30T00:30:00Z")]
    [InlineData("2026-10-25", "2026-10-25T00:30:00Z")] // 01:30 is twice: the first one counts.
    [InlineData("2026-10-26", "2026-10-26T01:30:00Z")]
    public void Due_InLondon_AtHalfPastOne_IsOnceOnEveryDay(string day, string expected)
    {
        var due = DueTimes.AfterDay(At("01:30", "Europe/London", DigestDays.Daily), DateOnly.Parse(day).AddDays(-1));

        Assert.Equal(DateOnly.Parse(day), due.Day);
        Assert.Equal(DateTimeOffset.Parse(expected), due.At);
    }

    [Fact]
    public void Due_OnTheDayThatSamoaLeftOut_IsNotAtAll()
    {
        var due = DueTimes.AfterDay(At("08:00", "Pacific/Apia", DigestDays.Daily), new DateOnly(2011, 12, 29));

        Assert.Equal(new DateOnly(2011, 12, 31), due.Day);
    }

    [Fact]
    public void Due_OnWeekdays_SkipsTheWeekend()
    {
        var friday = new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);

        Assert.Equal(new DateOnly(2026, 5, 4), DueTimes.After(At("08:00", "Europe/London", DigestDays.Weekdays), friday).Day);
    }

    [Theory]
    [InlineData("08:00", "2026-05-03")]
    [InlineData("18:00", "2026-05-04")]
    public void DayTold_BeforeNoon_IsYesterday(string time, string told) =>
        Assert.Equal(DateOnly.Parse(told), DueTimes.DayTold(At(time, "Europe/London", DigestDays.Daily), new DateOnly(2026, 5, 4)));

    [Theory]
    [InlineData("europe/london", "Europe/London")]
    [InlineData("Middle/Earth", null)]
    public void FindZone_IgnoresCase(string typed, string? id) => Assert.Equal(id, DueTimes.FindZone(typed));

    private static DigestSchedule At(string time, string zone, DigestDays days) => new(TimeOnly.Parse(time), zone, days, null);
}
