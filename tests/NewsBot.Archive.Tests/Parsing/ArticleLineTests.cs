using System.Text;
using NewsBot.Archive.Articles;
using NewsBot.Archive.Parsing;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class ArticleLineTests
{
    [Fact]
    public void Article_IsReadToTheLetter()
    {
        var article = Parse(
            """
            {"source":"http://a/b","headline":"H","text":" One.\r\n\nTwo. ","published":"2023-05-03T10:00:00Z","author":"A","outlet":"O","url":"U","section":"S","language":"en","other":{"x":1}}
            """
        ).Article;

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
            article
        );
    }

    [Fact]
    public void MissingFields_AreNull()
    {
        var article = Parse("""{"source":"s","text":"One. Two.","headline":" ","published":null,"author":"","outlet":null}""").Article;

        Assert.Equal(
            new Article
            {
                Source = "s",
                Headline = "One.",
                Text = "One. Two.",
            },
            article
        );
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

        Assert.Equal(
            $"has a field `published` that is not a recognised date: \"{published}\"; write 2023-05-03 or 2023-05-03T10:00:00Z",
            rejection
        );
    }

    [Theory]
    [InlineData("2026-12-02", 12)]
    [InlineData("2 December 2026", 12)]
    [InlineData("20261202", 12)]
    [InlineData("2026-12-02T00:00:00Z", 0)]
    [InlineData("2 December 2026, 00:00 GMT", 0)]
    public void Embargo_OfADay_EndsWhenItIsThatDayEverywhere(string embargo, int hour)
    {
        var article = Parse($$"""{"source":"s","text":"T","published":"2026-12-02","embargo":"{{embargo}}"}""").Article;

        Assert.Equal(new DateTimeOffset(2026, 12, 2, hour, 0, 0, TimeSpan.Zero), article?.EmbargoedUntil);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero), article?.Published);
    }

    [Fact]
    public void State_IsRead()
    {
        var article = Parse(
            """
            {"source":"s","text":"T","state":"Corrected","embargo":"2 December 2026, 10:00 GMT","replaces":"r","version":3,"itemId":"i","note":"n"}
            """
        ).Article;

        Assert.Equal(
            new Article
            {
                Source = "s",
                Headline = "T",
                Text = "T",
                State = ArticleState.Corrected,
                EmbargoedUntil = new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.Zero),
                Replaces = "r",
                Version = 3,
                ItemId = "i",
                StateNote = "n",
            },
            article
        );
    }

    [Fact]
    public void Kill_NeedsNoText()
    {
        var article = Parse("""{"source":"s","state":"killed","note":"He is alive."}""").Article;

        Assert.Equal((ArticleState.Killed, "He is alive."), (article?.State, article?.Text));
    }

    [Theory]
    [InlineData("\"state\":\"kill\"", "has an unknown `state`: \"kill\"; write published, updated, corrected or killed")]
    [InlineData("\"state\":\"3\"", "has an unknown `state`: \"3\"; write published, updated, corrected or killed")]
    [InlineData("\"version\":-1", "has a field `version` that is not a whole number: \"-1\"")]
    [InlineData("\"version\":\"two\"", "has a field `version` that is not a whole number: \"two\"")]
    [InlineData(
        "\"embargo\":\"noon\"",
        "has a field `embargo` that is not a recognised date: \"noon\"; write 2023-05-03 or 2023-05-03T10:00:00Z"
    )]
    [InlineData(
        "\"embargo\":\"3 May 2023 10:00 XQT\"",
        "has a field `embargo` that is not a recognised date: \"3 May 2023 10:00 XQT\"; write 2023-05-03 or 2023-05-03T10:00:00Z"
    )]
    public void WrongState_IsRejectedByName(string field, string reason) =>
        Assert.Equal(reason, Parse($$"""{"source":"s","text":"T",{{field}}}""").Rejection);

    [Theory]
    [InlineData("<p>Two fell.</p><p>Nobody was &quot;hurt&quot;.</p>", "Two fell.\n\nNobody was \"hurt\".")]
    [InlineData("Two fell.<br><br>Nobody was hurt.", "Two fell.\n\nNobody was hurt.")]
    [InlineData("Two <b>drones</b> fell.\n\nNobody was hurt.", "Two drones fell.\n\nNobody was hurt.")]
    [InlineData("One.\n\nTwo<br>or more.\n\nThree.", "One.\n\nTwo\nor more.\n\nThree.")]
    [InlineData("AT&amp;T fell.\nFar.", "AT&T fell.\nFar.")]
    [InlineData("<p>Two fell.</p><blockquote class=twitter-tweet><p>Wow</p></blockquote><script>x()</script>", "Two fell.")]
    [InlineData("If a < b and c > d, it fell.", "If a < b and c > d, it fell.")]
    [InlineData("AT&T and R&D fell; <3.", "AT&T and R&D fell; <3.")]
    [InlineData("He wrote <jane@x.example> to them.", "He wrote <jane@x.example> to them.")]
    public void Markup_IsTakenOff_AndProseIsNot(string text, string expected) =>
        Assert.Equal(expected, Parse(System.Text.Json.JsonSerializer.Serialize(new { source = "s", text })).Article?.Text);

    [Theory]
    [InlineData("""{"text":"T"}""", "has no `source`")]
    [InlineData("""{"source":" ","text":"T"}""", "has no `source`")]
    [InlineData("""{"source":"s"}""", "has no `text`")]
    [InlineData("""{"source":"s","text":"\n\u00a0"}""", "has no `text`")]
    [InlineData("""{"source":"s","text":["T"]}""", "has a field `text` that is not a string")]
    [InlineData("""{"source":"s","text":"T","author":{"name":"A"}}""", "has a field `author` that is not a string")]
    [InlineData("""{"source":"s","text":"a\u0000b"}""", "has a field `text` with a NUL character (\\u0000); remove it")]
    [InlineData(
        """{"source":"s","text":"a\ud83db"}""",
        "has a field `text` with an incomplete character (such as a lone \\ud83d); complete or remove it"
    )]
    [InlineData("[1]", "is not a JSON object")]
    [InlineData("""{"source":"s","text":"T" """, "is not valid JSON near byte 25 of the line")]
    [InlineData("nonsense", "is not valid JSON near byte 1 of the line")]
    [InlineData(
        """{"source":"s","text":"T","\ud800thor":"A"}""",
        "has a field whose name contains half a character (such as \\ud800 alone); ask the sender for a complete one"
    )]
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
