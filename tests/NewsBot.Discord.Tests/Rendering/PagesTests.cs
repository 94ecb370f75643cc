using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using NewsBot.Discord.Messages;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.State;
using NewsBot.Discord.Wire;
using NewsBot.TestSupport;
using NewsBot.TestSupport.Discord;

namespace NewsBot.Discord.Tests.Rendering;

public sealed class PagesTests
{
    private static readonly string[] Words =
        ["The ", "minister ", "said", ". ", "\"No", "\" ", "<@1>", "**", "||", "\n\n", "https://x.test/", "😀😀", "Überraschung ", new string('x', 1500), new string('*', 700), "A sentence of some length that says something. "];

    private static Arbitrary<string> Texts => Gen.Elements(Words).ArrayOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Answer_OfAnyTexts_KeepsToEveryLimit()
    {
        Prop.ForAll(Texts, Texts, Texts, (question, quote, headline) =>
        {
            var quotes = new[] { quote + "x", "Short. " + quote, quote + quote + "y" };
            var answer = ScriptedNewsroom.Answer(question, [.. quotes.Select(text => (text, headline + "h"))]);

            AssertValid(AnswerPages.Render(answer), quotes: 3);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Article_OfAnyText_KeepsToEveryLimit_AndLosesNoWord()
    {
        Prop.ForAll(Texts, Texts, (text, headline) =>
        {
            var pages = ArticlePages.Render(Some.Article("a (1).txt", text, headline), "http://newsbot.test/a");

            AssertValid(pages, quotes: 0);
            var shown = string.Concat(pages.Select(page => page.Description)).Split("](<http://newsbot.test/a>)")[1];
            Assert.Equal(Letters(DiscordMarkdown.Escape(text)), Letters(shown));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Decline_ShowsNearestSources_AsNotAnswering()
    {
        var page = Assert.Single(AnswerPages.Render(ScriptedNewsroom.Answer("why?")));

        Assert.Contains("do not answer it", page.Description, StringComparison.Ordinal);
        Assert.Equal("Drones over the Kremlin · no date", Assert.Single(page.Fields!).Name);
    }

    [Fact]
    public void Answer_ShowsNumbersQuotesDatesAndLinks()
    {
        var page = Assert.Single(AnswerPages.Render(ScriptedNewsroom.Answer("why?", ("Drones were aimed at the Kremlin.", "Drones"))));

        Assert.Equal("Drones were aimed at the Kremlin. [1]", page.Description);
        Assert.Equal("[1] Drones · 3 May 2023", Assert.Single(page.Fields!).Name);
        Assert.Equal("> Drones were aimed at the Kremlin.\n[Read it in the article](<http://newsbot.test/articles/kremlin.txt#q0-10>)", page.Fields![0].Value);
        Assert.Equal("Word for word from the archive · as of 3 May 2023, the newest source", page.Footer!.Text);
    }

    [Theory]
    [InlineData("One two. Three four.", 18, "One two. …")]
    [InlineData("One two three four five", 16, "One two three …")]
    [InlineData("Fits.", 16, "Fits.")]
    public void Cut_EndsWithASentenceOrAWord(string text, int limit, string expected)
    {
        Assert.Equal(expected, Cut.ToSentences(text, limit));
    }

    private static void AssertValid(IReadOnlyList<Embed> pages, int quotes)
    {
        var kept = new KeptReply("1400000000000000000", "q", pages, [.. Enumerable.Range(0, quotes).Select(number => new KeptQuote(number, "s", 0, 1, "t"))]);
        for (var page = 0; page < pages.Count; page++)
        {
            var message = JsonSerializer.SerializeToElement(Buttons.Page(kept, page), DiscordJson.Default.OutgoingMessage);

            Assert.Empty(MessageRules.Check(message));
            Assert.Empty(ScriptedDiscord.Description.Value.Check("PATCH", "/webhooks/1/t/messages/@original", new Dictionary<string, string>(), message));
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
