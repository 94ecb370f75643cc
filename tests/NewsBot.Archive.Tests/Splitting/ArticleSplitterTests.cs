using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;

namespace NewsBot.Archive.Tests.Splitting;

public sealed class ArticleSplitterTests
{
    [Theory]
    [InlineData("")]
    [InlineData(" \n\u00a0\r\n\t\u3000")]
    public void Text_WithoutInk_HasNoPassages(string text) => Assert.Empty(ArticleSplitter.Split(text));

    [Theory]
    [InlineData("One.\n\nTwo.")]
    [InlineData("One.\r\n\r\nTwo.\r\n")]
    [InlineData("  One.\n \u00a0\t\n\nTwo.  ")]
    [InlineData("One.\r\rTwo.")]
    [InlineData("One.\u2029\u2029Two.")]
    public void Paragraphs_BetweenBlankLines_AreThePassages(string text) => Assert.Equal(["One.", "Two."], PassagesOf(text));

    [Fact]
    public void Lines_OfATextWithoutBlankLine_AreParagraphs()
    {
        const string text =
            "Putin unhurt after drone strike\n"
            + "Moscow has accused Kyiv of attempting a drone strike on the Kremlin with the aim of killing the Russian president, Vladimir Putin.\n"
            + "Ukraine denied it.\nThe Kremlin said on Wednesday two drones had been used in the alleged attack, but they had been disabled.";

        Assert.Equal(text.Split('\n'), PassagesOf(text));
    }

    [Fact]
    public void Lines_OfHardWrappedText_AreNoParagraphs()
    {
        const string text = """
            Moscow has accused Kyiv of attempting a drone strike on the Kremlin with
            the aim of killing the Russian president, Vladimir Putin. The Kremlin said
            on Wednesday two drones had been used in the alleged attack, but they had
            been disabled by Russian defences. In a statement published on its website,
            the Kremlin stated it considered the attack a planned terrorist act.
            """;

        var passages = ArticleSplitter.Split(text);

        Assert.Equal(3, Assert.Single(passages).Sentences.Count);
    }

    [Fact]
    public void Lines_OfAShortWrappedParagraph_AreNoParagraphs()
    {
        const string text =
            "Moscow has accused Kyiv of attempting a drone strike on the Kremlin with the\naim of killing the Russian president.";

        Assert.Single(Assert.Single(ArticleSplitter.Split(text)).Sentences);
    }

    [Fact]
    public void List_InATextWithBlankLines_IsOnePassageWithASentenceForEachItem()
    {
        const string text = "The demands:\n\n• Withdraw\n• Pay reparations\n• Return all\n  the prisoners\n\nThey were refused.";

        var passages = ArticleSplitter.Split(text);

        Assert.Equal(3, passages.Count);
        Assert.Equal(
            ["• Withdraw", "• Pay reparations", "• Return all\n  the prisoners"],
            passages[1].Sentences.Select(item => item.In(text))
        );
    }

    [Fact]
    public void Paragraph_OverTheLimit_IsCutBetweenSentencesIntoEvenParts()
    {
        var sentences = Enumerable.Range(10, 40).Select(i => $"Drone number {i} was disabled by Russian defences.").ToArray();

        var passages = ArticleSplitter.Split(string.Join(' ', sentences));

        Assert.Equal(3, passages.Count);
        Assert.All(passages, passage => Assert.InRange(passage.Range.Length, 600, Passage.MaxChars));
        Assert.Equal(40, passages.Sum(passage => passage.Sentences.Count));
    }

    [Fact]
    public void Sentence_OverTheLimit_IsCutBetweenWords()
    {
        var text = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"word{i}"));

        var passages = PassagesOf(text);

        Assert.All(passages, passage => Assert.InRange(passage.Length, 1, Passage.MaxChars));
        Assert.Equal(text.Split(' '), passages.SelectMany(passage => passage.Split(' ')));
    }

    [Fact]
    public void Word_OfAMegabyte_IsCut()
    {
        var text = new string('x', 1 << 20);

        var passages = PassagesOf(text);

        Assert.All(passages, passage => Assert.InRange(passage.Length, 1, Passage.MaxChars));
        Assert.Equal(text, string.Concat(passages));
    }

    [Theory]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("e\u0301\u0323")]
    [InlineData("🇬🇧")]
    [InlineData("𝒜")]
    public void Word_OfComposedCharacters_IsNeverCutInsideOne(string character)
    {
        var text = string.Concat(Enumerable.Repeat(character, 2000));

        Assert.All(PassagesOf(text), passage => Assert.Equal(0, passage.Length % character.Length));
    }

    [Fact]
    public void Character_OverTheLimit_IsCutBetweenCodePoints()
    {
        // A letter with 1,000 combining marks from beyond the basic plane.
        var text = "a" + string.Concat(Enumerable.Repeat("\U0001D165", 1000));

        var passages = PassagesOf(text);

        Assert.All(passages, passage => Assert.False(char.IsLowSurrogate(passage[0])));
        Assert.All(passages, passage => Assert.InRange(passage.Length, 1, Passage.MaxChars));
    }

    [Fact]
    public void Passages_AreNumberedFromZero() =>
        Assert.Equal([0, 1, 2], ArticleSplitter.Split("One.\n\nTwo.\n\nThree.").Select(passage => passage.Number));

    private static string[] PassagesOf(string text) => [.. ArticleSplitter.Split(text).Select(passage => passage.Range.In(text))];
}
