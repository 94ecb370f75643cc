using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class ArticleLineTests
{
    [Fact]
    public void Article_IsReadToTheLetter()
    {
        var article = Parse("""
            {"source":"http://a/b","headline":"H","text":" One.\r\n\nTwo. ","published":"2023-05-03T10:00:00Z","author":"A","outlet":"O","url":"U","section":"S","language":"en","other":{"x":1}}
            """).Article;

        Assert.Equal(
            new Article
            {
                Source = "http://a/b",
                Headline = "H",
                Text = " One.\r\n\nTwo. ",
                Published = new DateTimeOffset(2023, 5, 3, 10, 0, 0, TimeSpan.Zero),
                Author = "A",
                Outlet = "O",
                Url = "U",
                Section = "S",
                Language = "en",
            },
            article);
    }

    [Fact]
    public void MissingFields_AreNull()
    {
        var article = Parse("""{"source":"s","text":"One. Two.","headline":" ","published":null,"author":"","outlet":null}""").Article;

        Assert.Equal(new Article { Source = "s", Headline = "One.", Text = "One. Two." }, article);
    }

    [Theory]
    [InlineData("""{"source":"s","text":"T","author":["A","B"]}""", "A, B")]
    [InlineData("""{"source":"s","text":"T","author":7}""", "7")]
    public void OtherTypes_ThatHaveAText_AreRead(string line, string author) => Assert.Equal(author, Parse(line).Article?.Author);

    [Theory]
    [InlineData("2023-05-03", "2023-05-03T00:00:00.000")]
    [InlineData("2023-05-03T10:00Z", "2023-05-03T10:00:00.000")]
    [InlineData("2023-05-03 10:00:01", "2023-05-03T10:00:01.000")]
    [InlineData("2023-05-03T10:00:00.123456789Z", "2023-05-03T10:00:00.123")]
    [InlineData("2023-05-03T10:00:00+02:00", "2023-05-03T08:00:00.000")]
    [InlineData("2023-05-03T23:30:00-0530", "2023-05-04T05:00:00.000")]
    [InlineData("2023-05-03T10:00:00 UTC", "2023-05-03T10:00:00.000")]
    [InlineData("2024-02-29T00:00:00+14", "2024-02-28T10:00:00.000")]
    [InlineData("May 3, 2023, 2:05 p.m. ET", "2023-05-03T18:05:00.000")]
    [InlineData("03/05/2023", "2023-05-03T00:00:00.000")]
    public void Published_IsKeptInUtc(string published, string expected)
    {
        var time = Parse($$"""{"source":"s","text":"T","published":"{{published}}"}""").Article?.Published;

        Assert.Equal(expected, time?.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", null));
        Assert.Equal(TimeSpan.Zero, time?.Offset);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2023-02-29")]
    [InlineData("2023-05-03T24:00:00Z")]
    [InlineData("31/31/2023")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    public void Published_OfAnUnknownForm_IsRejectedByName(string published)
    {
        var rejection = Parse($$"""{"source":"s","text":"T","published":"{{published}}"}""").Rejection;

        Assert.Equal($"has a field `published` that is not known as a date: \"{published}\"; write 2023-05-03 or 2023-05-03T10:00:00Z", rejection);
    }

    [Theory]
    [InlineData("""{"text":"T"}""", "has no `source`")]
    [InlineData("""{"source":" ","text":"T"}""", "has no `source`")]
    [InlineData("""{"source":"s"}""", "has no `text`")]
    [InlineData("""{"source":"s","text":"\n\u00a0"}""", "has no `text`")]
    [InlineData("""{"source":"s","text":["T"]}""", "has a field `text` that is not a string")]
    [InlineData("""{"source":"s","text":"T","author":{"name":"A"}}""", "has a field `author` that is not a string")]
    [InlineData("""{"source":"s","text":"a\u0000b"}""", "has a field `text` with a NUL character (\\u0000); take it out")]
    [InlineData("""{"source":"s","text":"a\ud83db"}""", "has a field `text` with half a character (a lone \\ud83d or the like); write it whole or take it out")]
    [InlineData("[1]", "is not a JSON object")]
    [InlineData("""{"source":"s","text":"T" """, "is not valid JSON near byte 25 of the line")]
    [InlineData("nonsense", "is not valid JSON near byte 1 of the line")]
    public void Line_ThatIsNoArticle_IsRejected(string line, string reason) => Assert.Equal(reason, Parse(line).Rejection);

    [Fact]
    public void Source_OfManyCharacters_IsRejected() =>
        Assert.Contains("at most 800", Parse($$"""{"source":"{{new string('s', 801)}}","text":"T"}""").Rejection, StringComparison.Ordinal);

    [Fact]
    public void InvalidUtf8_IsRejectedWithItsOffsetInTheFile()
    {
        var rejection = ArticleLine.Parse(new byte[] { (byte)'"', 0xFF, (byte)'"' }, start: 1000)!.Rejection;

        Assert.Equal("is not UTF-8: byte 1001 of the file is wrong", rejection);
    }

    [Fact]
    public void BlankLine_IsNothing() => Assert.Null(ArticleLine.Parse("  \t"u8.ToArray(), 0));

    private static ReadResult Parse(string line) => ArticleLine.Parse(Encoding.UTF8.GetBytes(line), 0)!;
}
