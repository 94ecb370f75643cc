using NewsBot.Newsroom.Language;
using NewsBot.Newsroom.Questions;

namespace NewsBot.Newsroom.Tests.Questions;

public sealed class TimeExpressionReaderTests
{
    // A Thursday.
    private static readonly DateOnly Today = new(2023, 5, 4);

    [Theory]
    [InlineData("What happened on Wednesday?", "Wednesday", "2023-05-03", "2023-05-03")]
    [InlineData("What happened on Friday?", "Friday", "2023-04-28", "2023-04-28")]
    [InlineData("Who resigned last week?", "last week", "2023-04-24", "2023-04-30")]
    [InlineData("Who will speak next month?", "next month", "2023-06-01", "2023-06-30")]
    [InlineData("What was shut yesterday?", "yesterday", "2023-05-03", "2023-05-03")]
    [InlineData("What happened on 9 May?", "9 May", "2023-05-09", "2023-05-09")]
    [InlineData("What happened on May 9, 1945?", "May 9, 1945", "1945-05-09", "1945-05-09")]
    [InlineData("Who won in 2019?", "2019", "2019-01-01", "2019-12-31")]
    [InlineData("Who won in December?", "December", "2022-12-01", "2022-12-31")]
    public void Expression_IsCountedFromTheDayThatIsAskedAbout(string question, string text, string from, string to)
    {
        var found = Assert.Single(TimeExpressionReader.Read(AnnotatedText.Read(question), Today));

        Assert.Equal((text, from, to), (found.Text, found.From.ToString("yyyy-MM-dd", null), found.To.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Expression_BeyondTheCalendar_IsItsFirstOrLastDay(string today)
    {
        foreach (
            var when in (string[])
                [
                    "yesterday",
                    "tomorrow",
                    "last night",
                    "last week",
                    "next week",
                    "last month",
                    "next month",
                    "last year",
                    "next year",
                    "next Monday",
                    "Monday",
                    "in December",
                ]
        )
        {
            var found = TimeExpressionReader.Read(AnnotatedText.Read($"What happened {when}?"), DateOnly.Parse(today, null));

            Assert.All(found, one => Assert.True(one.From <= one.To));
        }
    }

    [Theory]
    [InlineData("Who may resign?")]
    [InlineData("How many drones were shot down?")]
    public void Question_WithoutADay_HasNone(string question)
    {
        Assert.Empty(TimeExpressionReader.Read(AnnotatedText.Read(question), Today));
    }
}
