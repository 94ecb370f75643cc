using NewsBot.Search.Analysis;

namespace NewsBot.Search.Tests.Analysis;

public class TermFoldingTests
{
    [Theory]
    [InlineData("Putin’s", "putin")]
    [InlineData("RUSSIA'S", "russia")]
    [InlineData("don’t", "don't")]
    [InlineData("O‘Brien", "o'brien")]
    [InlineData("U.S", "us")]
    [InlineData("U.S.’s", "us")]
    [InlineData("2.30AM", "2.30am")]
    [InlineData("10:45", "10.45")]
    [InlineData("27,000", "27000")]
    [InlineData("CO₂", "co2")]
    [InlineData("٣٫", "3٫")]
    [InlineData("Erdoğan", "erdogan")]
    [InlineData("Łódź", "lodz")]
    [InlineData("Nguyễn", "nguyen")]
    [InlineData("Nguye\u0302\u0303n", "nguyen")]
    [InlineData("İstanbul", "istanbul")]
    [InlineData("Groß", "gross")]
    [InlineData("ﬁnance", "finance")]
    [InlineData("ＮＥＷＳ", "news")]
    [InlineData("co\u00ADoperate", "cooperate")]
    [InlineData("Ёлка", "елка")]
    [InlineData("Αθήνα", "αθηνα")]
    [InlineData("𐐀x", "𐐨x")]
    [InlineData("\u0301", "")]
    [InlineData("", "")]
    public void Word_IsFolded(string word, string folded) => Assert.Equal(folded, TermFolding.Fold(word));

    [Fact]
    public void LongWord_IsFoldedInFull()
    {
        var folded = TermFolding.Fold(new string('ﬃ', 5_000));

        Assert.Equal(string.Concat(Enumerable.Repeat("ffi", 5_000)), folded);
    }
}
