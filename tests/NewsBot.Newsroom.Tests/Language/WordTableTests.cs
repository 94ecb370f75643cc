using NewsBot.Newsroom.Language.WordNet;

namespace NewsBot.Newsroom.Tests.Language;

public sealed class WordTableTests
{
    [Theory]
    [InlineData("begin", "end", "Opposite")]
    [InlineData("modern", "mediev", "Opposite")]
    [InlineData("decid", "decis", "Same")]
    [InlineData("univers", "school", "Sister")]
    [InlineData("month", "year", "Sister")]
    [InlineData("vehicl", "car", "Narrower")]
    [InlineData("car", "vehicl", "Broader")]
    public void To_KnownWords_TellsHowTheyStand(string one, string other, string relation)
    {
        var found = WordTable.Of(one)!.To(WordTable.Of(other)!);

        Assert.True(found.HasFlag(Enum.Parse<WordRelation>(relation)), found.ToString());
    }

    [Fact]
    public void To_WordsWithoutRelation_IsNone() => Assert.Equal(WordRelation.None, WordTable.Of("river")!.To(WordTable.Of("sing")!));

    [Fact]
    public void Of_UnknownWord_IsNull() => Assert.Null(WordTable.Of("qwertyzz"));

    [Fact]
    public void Rarity_FrequentWord_IsBelowThatOfARareOne() => Assert.True(WordTable.Of("man")!.Rarity < WordTable.Of("peninsula")!.Rarity);
}
