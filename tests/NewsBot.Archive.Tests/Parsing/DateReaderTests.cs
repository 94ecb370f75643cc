using NewsBot.Archive.Parsing.Dates;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("3 May 2023", "2023-05-03T00:00")]
    [InlineData("3rd of May, 2023", "2023-05-03T00:00")]
    [InlineData("May 3, 2023", "2023-05-03T00:00")]
    [InlineData("MAY 3rd 2023", "2023-05-03T00:00")]
    [InlineData("Sept. 9, 2023", "2023-09-09T00:00")]
    [InlineData("Wednesday, 3 May 2023", "2023-05-03T00:00")]
    [InlineData("03-May-2023", "2023-05-03T00:00")]
    [InlineData("3. Mai 2023, 14.05 Uhr", "2023-05-03T14:05")]
    [InlineData("3 de mayo de 2023", "2023-05-03T00:00")]
    [InlineData("3 мая 2023 г.", "2023-05-03T00:00")]
    [InlineData("2023年5月3日", "2023-05-03T00:00")]
    [InlineData("May 3, 2023, 2:05 p.m. ET", "2023-05-03T18:05")]
    [InlineData("January 3, 2023, 2:05 p.m. ET", "2023-01-03T19:05")]
    [InlineData("May 3, 2023 at 2:05pm PDT", "2023-05-03T21:05")]
    [InlineData("12:30 a.m. EDT, May 3, 2023", "2023-05-03T04:30")]
    [InlineData("10:00 GMT, 2 December 2026", "2026-12-02T10:00")]
    [InlineData("14:05 MAY 3, 2023", "2023-05-03T14:05")]
    [InlineData("Published 3 May 2023 14:05 BST", "2023-05-03T13:05")]
    [InlineData("Last updated: Wednesday 3 May 2023 at 14.05 BST", "2023-05-03T13:05")]
    [InlineData("3 May 2023 14:05 CEST", "2023-05-03T12:05")]
    [InlineData("3 May 2023 14:05 CET", "2023-05-03T13:05")]
    [InlineData("3 May 2023 14:05 (UTC+2)", "2023-05-03T12:05")]
    [InlineData("Wed, 03 May 2023 14:05:00 EDT", "2023-05-03T18:05")]
    [InlineData("Wed, 03 May 2023 14:05:00 EST", "2023-05-03T19:05")]
    [InlineData("Wed, 03 May 2023 14:05:00 PDT", "2023-05-03T21:05")]
    [InlineData("Wed, 03 May 2023 14:05:00 +0200", "2023-05-03T12:05")]
    [InlineData("Wed, 3 May 23 14:05 Z", "2023-05-03T14:05")]
    [InlineData("Wed, 03 May 2023 14:05:00 -0700 (PDT)", "2023-05-03T21:05")]
    [InlineData("Seg, 24 Set 2018 19:42:40 -0300", "2018-09-24T22:42")]
    [InlineData("03 Apr 02 1500 GMT", "2002-04-03T15:00")]
    [InlineData("2023-05-03", "2023-05-03T00:00")]
    [InlineData("2023/5/3", "2023-05-03T00:00")]
    [InlineData("2023-05-03T14:05:00+0200", "2023-05-03T12:05")]
    [InlineData("20230503", "2023-05-03T00:00")]
    [InlineData("20230503T140500Z", "2023-05-03T14:05")]
    [InlineData("20230503T140500+0000", "2023-05-03T14:05")]
    [InlineData("1683122700", "2023-05-03T14:05")]
    [InlineData("1683122700000", "2023-05-03T14:05")]
    [InlineData("03.05.2023", "2023-05-03T00:00")]
    [InlineData("31/05/2023", "2023-05-31T00:00")]
    [InlineData("05/31/2023", "2023-05-31T00:00")]
    public void Spelling_IsRead(string value, string expected)
    {
        foreach (var order in new[] { DateOrder.DayFirst, DateOrder.MonthFirst })
        {
            var date = DateReader.Read(value, order);

            Assert.Equal(expected, date?.Time.ToString("yyyy-MM-dd'T'HH:mm", null));
            Assert.Equal(TimeSpan.Zero, date?.Time.Offset);
            Assert.False(date?.IsAmbiguous);
        }
    }

    [Theory]
    [InlineData("03/05/2023", DateOrder.DayFirst, 3, true)]
    [InlineData("03/05/2023", DateOrder.MonthFirst, 5, true)]
    [InlineData("3-5-23", DateOrder.DayFirst, 3, true)]
    [InlineData("05/05/2023", DateOrder.DayFirst, 5, false)]
    public void Day_ThatCouldBeTheMonth_GoesByTheOrder(string value, DateOrder order, int day, bool isAmbiguous)
    {
        var date = DateReader.Read(value, order);

        Assert.Equal(day, date?.Time.Day);
        Assert.Equal(isAmbiguous, date?.IsAmbiguous);
    }

    [Theory]
    [InlineData("")]
    [InlineData("30 February 2023")]
    [InlineData("3 Fest 2023")]
    [InlineData("May 3")]
    [InlineData("3 May 2023 25:05")]
    [InlineData("13:05 p.m. 3 May 2023")]
    [InlineData("12345")]
    [InlineData("31/31/2023")]
    [InlineData("On 3 May 2023 two drones were shot down")]
    [InlineData("May 2023")]
    [InlineData("4 of 5 cities in 2023")]
    public void Value_ThatIsNotADate_IsNotRead(string value) => Assert.Null(DateReader.Read(value, DateOrder.DayFirst));

    [Fact]
    public void UnknownZone_LeavesTheDay()
    {
        var date = DateReader.Read("3 May 2023 14:05 XQT", DateOrder.DayFirst);

        Assert.False(date?.IsZoneKnown);
        Assert.Equal(new DateTimeOffset(2023, 5, 3, 0, 0, 0, TimeSpan.Zero), date?.Time);
    }
}
