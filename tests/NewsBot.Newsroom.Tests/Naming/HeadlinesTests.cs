using NewsBot.Newsroom.Naming;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Naming;

public sealed class HeadlinesTests
{
    [Theory]
    [InlineData("Fire at the mill", "Fire at the mill")]
    [InlineData("Fire\n at  the mill", "Fire at the mill")]
    [InlineData("KYIV, May 3 (Reuters) - Two drones were shot down over the Kremlin", "Two drones were shot down over the Kremlin")]
    [InlineData("BREAKING: MAYOR OF ASHFORD SAYS NATO CALLED", "Breaking: mayor of Ashford says NATO called")]
    [InlineData("NATO AND EU", "NATO AND EU")]
    [InlineData("LITTLE says the mayor of NATO", "Little says the mayor of NATO")]
    [InlineData("NATO called the mayor", "NATO called the mayor")]
    public void Headline_IsMadeFitToBePrinted(string headline, string printed) =>
        Assert.Equal(
            printed,
            Headlines.Of(Some.Article(text: "The mayor of Ashford, who called NATO, says little. NATO called Ashford.", headline: headline))
        );

    [Fact]
    public void LongHeadline_IsCutAtAClause()
    {
        var headline =
            "The mayor of the small town of Ashford said that the old mill had burned down on Monday night, and that nobody who was there at the time had seen how the fire began or who had called the brigade";

        Assert.Equal(
            "The mayor of the small town of Ashford said that the old mill had burned down on Monday night…",
            Headlines.Of(Some.Article(headline: headline))
        );
    }

    [Theory]
    [InlineData("word ")]
    [InlineData("x")]
    [InlineData("\U0001F600")]
    [InlineData("a, ")]
    public void NoHeadline_IsLongerThanTheMost_OrEndsInHalfACharacter(string part)
    {
        var printed = Headlines.Of(Some.Article(headline: string.Concat(Enumerable.Repeat(part, 753)).Trim()));

        Assert.InRange(printed.Length, 40, Headlines.MaxChars);
        Assert.EndsWith("…", printed, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(printed[^2]));
    }
}
