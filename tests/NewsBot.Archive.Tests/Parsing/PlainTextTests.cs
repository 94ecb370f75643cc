using System.Text;
using NewsBot.Archive.Parsing;
using NewsBot.Archive.Parsing.Drafts;

namespace NewsBot.Archive.Tests.Parsing;

public sealed class PlainTextTests
{
    [Fact]
    public void Text_IsKeptToTheLetter_ButForItsLineEnds()
    {
        var result = Parse("One\u00a0two.\r\n\r\n  Three\rfour. \n");

        Assert.Equal("One\u00a0two.\n\n  Three\rfour. \n", result.Article?.Text);
    }

    [Fact]
    public void ByteOrderMark_IsNoPartOfTheText() => Assert.Equal("Tëxt.", Parse([0xEF, 0xBB, 0xBF, .. "Tëxt."u8]).Article?.Text);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Utf16_WithByteOrderMark_IsRead(bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        Assert.Equal("Tëxt 🎉\nend", Parse([.. encoding.GetPreamble(), .. encoding.GetBytes("Tëxt 🎉\r\nend")]).Article?.Text);
    }

    [Theory]
    [InlineData(" date 2023-05-03 Smoke was seen.", "Smoke was seen.")]
    [InlineData("date 2023-05-03\n\nSmoke was seen.", "Smoke was seen.")]
    [InlineData("\u00a0\n date 2023-05-03 \t Smoke was seen.", "Smoke was seen.")]
    public void LeadingDate_IsTakenOffTheText(string content, string expected)
    {
        var article = Parse(content).Article;

        Assert.Equal(expected, article?.Text);
        Assert.Equal(new DateOnly(2023, 5, 3), article?.PublishedOn);
        Assert.Equal(TimeSpan.Zero, article?.Published?.TimeOfDay);
    }

    [Theory]
    [InlineData("date 2023-02-29 Smoke was seen.")]
    [InlineData("date 2023-13-01 Smoke was seen.")]
    [InlineData("date 23-05-03 Smoke was seen.")]
    [InlineData("date 2023-05-031 Smoke was seen.")]
    [InlineData("update 2023-05-03 Smoke was seen.")]
    [InlineData("Smoke was seen. date 2023-05-03 later")]
    public void Date_ThatIsNone_StaysInTheText(string content)
    {
        var article = Parse(content).Article;

        Assert.Equal(content, article?.Text);
        Assert.Null(article?.Published);
    }

    [Fact]
    public void Headline_IsTheFirstSentence()
    {
        var article = Parse("\n “Two drones\u00a0were\n\taimed at it. They missed.” It said so.\n\nMore.").Article;

        Assert.Equal("“Two drones were aimed at it.", article?.Headline);
    }

    [Fact]
    public void Headline_OfALongSentence_IsCutBetweenWords()
    {
        var article = Parse(string.Join(" ", Enumerable.Repeat("drones,", 100))).Article;

        Assert.Equal(string.Join(" ", Enumerable.Repeat("drones,", 14)) + " drones…", article?.Headline);
        Assert.InRange(article!.Headline.Length, 1, 120);
    }

    [Fact]
    public void Headline_OfALongWord_IsCutBetweenCharacters()
    {
        var headline = Parse("a" + string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 100))).Article!.Headline;

        Assert.InRange(headline.Length, 100, 120);
        Assert.EndsWith("👦…", headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \r\n\u00a0 ")]
    public void Nothing_IsRejectedAsEmpty(string content) => Assert.Equal("is empty", Parse(content).Rejection);

    [Fact]
    public void Date_WithoutText_IsRejected() => Assert.Equal("contains a date but no text", Parse(" date 2023-05-03 \n").Rejection);

    [Fact]
    public void ZeroByte_IsRejectedAsBinary() =>
        Assert.StartsWith("is a binary file (byte 4 is zero)", Parse("Text\0more").Rejection, StringComparison.Ordinal);

    [Fact]
    public void ControlCharacter_IsRejected() => Assert.Contains("U+0001", Parse("Text\u0001more").Rejection, StringComparison.Ordinal);

    [Theory]
    [InlineData(new byte[] { 65, 66, 0xC3, 65 }, 2)]
    [InlineData(new byte[] { 0xEF, 0xBB, 0xBF, 65, 0xFF }, 4)]
    [InlineData(new byte[] { 65, 0xE2, 0x82 }, 1)]
    [InlineData(new byte[] { 65, 0xED, 0xA0, 0x80 }, 1)]
    public void InvalidUtf8_IsRejectedWithItsOffset(byte[] bytes, int offset) =>
        Assert.Equal($"is not UTF-8: byte {offset} is wrong; save it as UTF-8", Parse(bytes).Rejection);

    [Fact]
    public void InvalidUtf16_IsRejected() =>
        Assert.StartsWith("is not valid UTF-16", Parse([0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00]).Rejection, StringComparison.Ordinal);

    private static ReadResult Parse(string content) => Parse(Encoding.UTF8.GetBytes(content));

    private static ReadResult Parse(byte[] bytes) =>
        Assert.Single(WholeFile.Read(new FormatFile { Name = "a.txt", Bytes = bytes }, "a.txt", isInArchive: false));
}
