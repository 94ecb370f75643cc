using NewsBot.Newsroom.Language.WordNet;
using NewsBot.Search.Analysis;

namespace NewsBot.Newsroom.Tests.Language;

public sealed class WordTableTests
{
    [Theory]
    [InlineData("beginning", "end", "Opposite")]
    [InlineData("modern", "medieval", "Opposite")]
    [InlineData("decide", "decision", "Same")]
    [InlineData("university", "school", "Sister")]
    [InlineData("month", "year", "Sister")]
    [InlineData("vehicle", "car", "Narrower")]
    [InlineData("car", "vehicle", "Broader")]
    public void To_KnownWords_TellsHowTheyStand(string one, string other, string relation)
    {
        var found = WordTable.Of(EnglishStemmer.Stem(one))!.To(WordTable.Of(EnglishStemmer.Stem(other))!);

        Assert.True(found.HasFlag(Enum.Parse<WordRelation>(relation)), found.ToString());
    }

    [Fact]
    public void To_WordsWithoutRelation_IsNone() => Assert.Equal(WordRelation.None, WordTable.Of("river")!.To(WordTable.Of("sing")!));

    [Fact]
    public void Of_UnknownWord_IsNull() => Assert.Null(WordTable.Of("qwertyzz"));

    [Fact]
    public void Rarity_FrequentWord_IsBelowThatOfARareOne() => Assert.True(WordTable.Of("man")!.Rarity < WordTable.Of("peninsula")!.Rarity);
}
