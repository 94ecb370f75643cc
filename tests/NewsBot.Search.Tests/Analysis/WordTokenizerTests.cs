using FsCheck;
using FsCheck.Fluent;
using NewsBot.Search.Analysis;

namespace NewsBot.Search.Tests.Analysis;

public class WordTokenizerTests
{
    [Theory]
    [InlineData("Russia’s Mr Putin's men don't", "Russia’s|Mr|Putin's|men|don't")]
    [InlineData("the players' 'rock 'n' roll' of the '90s", "the|players|rock|n|roll|of|the|90s")]
    [InlineData("at 2.30am, 27,000 of 1,234,567 (3.5%).", "at|2.30am|27,000|of|1,234,567|3.5")]
    [InlineData("in 2022,2023 and 1,2 at 10:45, 3:1", "in|2022|2023|and|1|2|at|10:45|3|1")]
    [InlineData("£3.5bn, $60m, CO₂, COVID-19", "3.5bn|60m|CO₂|COVID|19")]
    [InlineData("The U.S. and the U.S.A. in J.K. Rowling's e.g.", "The|U.S|and|the|U.S.A|in|J.K|Rowling's|e.g")]
    [InlineData("the U.S.’s allies, 5 p.m.The end.Next", "the|U.S.’s|allies|5|p.m|The|end|Next")]
    [InlineData("Novo-Ogaryovo white_house and/or", "Novo|Ogaryovo|white|house|and|or")]
    [InlineData("@realDonaldTrump #StandUp https://t.co/aB1 bbc.co.uk", "realDonaldTrump|StandUp|https|t|co|aB1|bbc|co|uk")]
    [InlineData("a\u00A0b\u2003c\u202Fd\u200Be\tf\r\ng", "a|b|c|d|e|f|g")]
    [InlineData("Erdoğan Zele\u0301na co\u00ADoperate Кремль", "Erdoğan|Zele\u0301na|co\u00ADoperate|Кремль")]
    [InlineData("東京 in 2023年", "東|京|in|2023|年")]
    [InlineData("go 🚀 𝒢o \uD800 x", "go|𝒢o|x")]
    [InlineData("“Yes,” he said…no—maybe", "Yes|he|said|no|maybe")]
    [InlineData(" ?! ", "")]
    public void Text_IsCutIntoWords(string text, string words)
    {
        var found = WordTokenizer.Tokenize(text).Select(word => text.Substring(word.Start, word.Length));

        Assert.Equal(words, string.Join('|', found));
    }

    [Fact]
    public void Words_OfAnyText_AreInOrderAndKeepEveryLetter()
    {
        var pieces = Gen.Elements(
            "a",
            "B",
            "é",
            "1",
            "22",
            "’",
            "'",
            ".",
            ",",
            ":",
            " ",
            "\u00A0",
            "-",
            "東",
            "\u0301",
            "\uD83D",
            "\uDE80",
            "𝒢",
            "s"
        );
        var texts = pieces.ListOf().Select(list => string.Concat(list)).ToArbitrary();

        Prop.ForAll(
                texts,
                text =>
                {
                    var words = WordTokenizer.Tokenize(text);

                    var end = 0;
                    var covered = new bool[text.Length];
                    foreach (var word in words)
                    {
                        Assert.True(word.Start >= end && word.Length > 0 && word.End <= text.Length);
                        end = word.End;
                        Array.Fill(covered, true, word.Start, word.Length);
                    }

                    for (var i = 0; i < text.Length; i++)
                        Assert.True(covered[i] || !char.IsLetterOrDigit(text, i));
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
