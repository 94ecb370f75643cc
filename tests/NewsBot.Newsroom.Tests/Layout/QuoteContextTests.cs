using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Layout;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Layout;

public sealed class QuoteContextTests
{
    private const string Text = "One came. Two came.\n\nThree came. Four came. Five came.";

    [Theory]
    [InlineData("Three came.", 1, 100, "… Two came.|[Three came.] Four came. …")]
    [InlineData("Three came.", 2, 100, "One came. Two came.|[Three came.] Four came. Five came.")]
    [InlineData("Three came.", 2, 12, "… Two came.|[Three came.] Four came. …")]
    [InlineData("Three came.", 1, 8, "… came.|[Three came.] Four …")]
    [InlineData("One came.", 2, 15, "[One came.] Two came. …")]
    [InlineData("Five came.", 1, 100, "… Four came. [Five came.]")]
    [InlineData("came. Four", 1, 100, "… Three [came. Four] came. …")]
    public void Quote_IsShownAmongTheSentencesAroundIt(string quote, int sentences, int chars, string expected)
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);

        var context = QuoteContext.Of(Archived, new TextRange(start, start + quote.Length), sentences, chars);

        var shown = $"{(context.IsCutBefore ? "… " : "")}{context.Before}[{quote}]{context.After}{(context.IsCutAfter ? " …" : "")}";
        Assert.Equal(expected, shown.Replace("\n\n", "|", StringComparison.Ordinal));
    }

    [Fact]
    public void Quote_BeyondTheText_StandsAlone() =>
        Assert.Equal(QuoteContext.None, QuoteContext.Of(Archived, new TextRange(0, Text.Length + 1), 1, 100));

    private static ArchivedArticle Archived => new(1, Some.Article(text: Text), ArticleSplitter.Split(Text));
}
