using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;

namespace NewsBot.Archive.Tests.Passages;

public sealed class ExcerptJoinerTests
{
    [Fact]
    public void Paragraphs_AreJoinedAsLongAsTheyFit()
    {
        var text = string.Join(
            "\n\n",
            Enumerable.Range(0, 12).Select(number => $"Paragraph {number} has some words{new string('s', 280)}.")
        );
        var passages = ArticleSplitter.Split(text);

        var excerpts = ExcerptJoiner.Join(passages);

        Assert.Equal(12, passages.Count);
        Assert.Equal([0, 2, 4, 6, 8, 10], excerpts.Select(excerpt => excerpt.Number));
        Assert.All(excerpts, excerpt => Assert.InRange(excerpt.Range.End - excerpt.Range.Start, 1, Passage.MaxChars));
        Assert.Equal(passages.SelectMany(passage => passage.Sentences), excerpts.SelectMany(excerpt => excerpt.Sentences));
        Assert.Equal((passages[0].Range.Start, passages[1].Range.End), (excerpts[0].Range.Start, excerpts[0].Range.End));
    }

    [Fact]
    public void LongParagraph_StaysAlone()
    {
        var text =
            "A paragraph of some forty characters here.\n\n"
            + string.Concat(Enumerable.Repeat("This sentence is one of very many. ", 25))
            + "\n\nAnother paragraph of forty characters here.";

        Assert.Equal(3, ExcerptJoiner.Join(ArticleSplitter.Split(text)).Count);
    }

    [Fact]
    public void Paragraphs_OfAnExcerpt_AreThoseThatItWasMadeOf()
    {
        var article = Article(
            string.Join("\n\n", Enumerable.Range(0, 40).Select(number => $"Paragraph {number} of forty, which says little."))
        );

        var paragraphs = article
            .Excerpts.SelectMany(excerpt => new RetrievedPassage(article, excerpt, 1).Paragraphs())
            .Select(paragraph => paragraph.Passage);

        Assert.Equal(article.Passages, paragraphs);
        Assert.InRange(article.Excerpts.Count, 2, 10);
    }

    [Fact]
    public void TextWithoutPassages_HasNoExcerpts() => Assert.Empty(ExcerptJoiner.Join([]));

    private static ArchivedArticle Article(string text) => new(1, TestSupport.Some.Article("a", text), ArticleSplitter.Split(text));
}
