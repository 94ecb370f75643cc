using System.Net;
using NewsBot.Newsroom.Layout;
using NewsBot.Teams.Rendering;

namespace NewsBot.Teams.Tests.Rendering;

public sealed class SafeTextTests
{
    [Theory]
    [InlineData("Profits rose 5.2% at AT&T, to $3bn (“a record”), it said — really!")]
    [InlineData("U.S. officials met on May 3; the I.R.A. didn't.")]
    public void OrdinaryProse_StaysAsItIs(string text)
    {
        Assert.Equal(text, SafeText.Markdown(text));
        Assert.Equal(text, SafeText.Card(text).Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("**bold** _it_ `code` ~~gone~~")]
    [InlineData("[click](https://attacker.example)")]
    [InlineData("![x](https://attacker.example/x.png)")]
    [InlineData("<at>Everyone</at>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("&lt;b&gt; &amp; &#x3c;script&#62;")]
    [InlineData("as cited [1] and [2]")]
    [InlineData("a | b")]
    [InlineData(@"back\slash \* and \[1]")]
    public void Markup_BecomesPlainCharacters_ThatReadTheSame(string text)
    {
        var safe = SafeText.Markdown(text);

        Assert.DoesNotContain(safe, c => "<>*_`[]~|\\".Contains(c, StringComparison.Ordinal));
        Assert.Equal(text, WebUtility.HtmlDecode(safe).Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("# heading", "&#35; heading")]
    [InlineData("- item", "&#45; item")]
    [InlineData("+ item", "&#43; item")]
    [InlineData("1. item", "1&#46; item")]
    [InlineData("2023) item", "2023&#41; item")]
    public void StartOfALine_MakesNoBlock(string text, string expected) => Assert.Equal(expected, SafeText.Markdown(text));

    [Theory]
    [InlineData("see https://attacker.example/path now", "https://")]
    [InlineData("see www.attacker.example now", "www.attacker")]
    [InlineData("see attacker.example now", "attacker.example")]
    [InlineData("write to a@attacker.example", "a@a")]
    [InlineData("mailto:x@y.zz", "mailto:x")]
    public void Address_IsBroken_SoThatNoClientMakesALinkOfIt(string text, string linked)
    {
        Assert.DoesNotContain(linked, SafeText.Markdown(text), StringComparison.Ordinal);
        Assert.DoesNotContain(linked, SafeText.Card(text), StringComparison.Ordinal);
        Assert.Equal(text, SafeText.Markdown(text).Replace("\u200B", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("one\ntwo\r\n three", "one two three")]
    [InlineData("bell\u0007 and \u202Eoverride", "bell and override")]
    public void LinesAndControls_BecomeOneLine(string text, string expected) => Assert.Equal(expected, SafeText.Markdown(text));

    [Theory]
    [InlineData("{{DATE(2023-01-01T00:00:00Z)}}")]
    [InlineData("${secret}")]
    public void CardFunctions_AreBroken(string text)
    {
        var safe = SafeText.Card(text);

        Assert.DoesNotContain("{{", safe, StringComparison.Ordinal);
        Assert.DoesNotContain("${", safe, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[x](https://a.example)", @"\[x\](https:")]
    [InlineData("**b**", @"\*\*b\*\*")]
    [InlineData("1. item", "\u200B1. item")]
    public void CardText_HasItsMarkdownEscaped(string text, string start) =>
        Assert.StartsWith(start, SafeText.Card(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("onetwothree", 6, "onetw…")]
    [InlineData("abcde😀fgh", 7, "abcde…")]
    public void Cut_IsAtAWord_AndNeverInsideACharacter(string text, int max, string expected) =>
        Assert.Equal(expected, WordCut.At(text, max));
}
