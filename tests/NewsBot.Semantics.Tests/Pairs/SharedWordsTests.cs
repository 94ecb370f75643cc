using NewsBot.Semantics.Pairs;

namespace NewsBot.Semantics.Tests.Pairs;

public sealed class SharedWordsTests
{
    [Theory]
    [InlineData("resigned", "resigns")]
    [InlineData("moving", "moved")]
    [InlineData("studies", "study")]
    [InlineData("2024", "2024")]
    public void Forms_OfOneWord_HaveOneStem(string one, string other) => Assert.Equal(SharedWords.Stem(one), SharedWords.Stem(other));

    [Theory]
    [InlineData("press", "pres")]
    [InlineData("thing", "th")]
    [InlineData("red", "r")]
    public void Words_ThatOnlyLookInflected_KeepTheirEnds(string word, string cut) => Assert.NotEqual(cut, SharedWords.Stem(word));

    [Theory]
    [InlineData("the", false)]
    [InlineData("$", false)]
    [InlineData("minister", true)]
    [InlineData("7", true)]
    public void SharedWord_TellsSomething_UnlessMostTextsHoldIt(string word, bool tells) => Assert.Equal(tells, SharedWords.Tells(word));
}
