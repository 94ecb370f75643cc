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
    [InlineData(DigestDays.Daily, "2026-05-03T07:00:00Z")]
    [InlineData(DigestDays.Weekdays, "2026-05-01T07:00:00Z")]
    [InlineData(DigestDays.Monday, "2026-04-27T07:00:00Z")]
    public void Before_IsTheDueTimeOnePeriodEarlier(DigestDays days, string expected)
    {
        var monday = new DateTimeOffset(2026, 5, 4, 7, 0, 0, TimeSpan.Zero);

        Assert.Equal(DateTimeOffset.Parse(expected), DueTimes.Before(At("08:00", "Europe/London", days), monday).At);
    }

    [Fact]
    public void Before_FindsWhatAfterFound_OverChangesOfTheClocks()
    {
        var schedule = At("01:30", "Europe/London", DigestDays.Daily);
        for (var due = DueTimes.After(schedule, new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero)); due.Day.Month < 12; )
        {
            var next = DueTimes.AfterDay(schedule, due.Day);
            Assert.Equal(due, DueTimes.Before(schedule, next.At));
            due = next;
        }
    }

    [Theory]
    [InlineData("europe/london", "Europe/London")]
    [InlineData("Middle/Earth", null)]
    public void FindZone_IgnoresCase(string typed, string? id) => Assert.Equal(id, DueTimes.FindZone(typed));

    private static DigestSchedule At(string time, string zone, DigestDays days) => new(TimeOnly.Parse(time), zone, days, null);
}
