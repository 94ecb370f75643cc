using NewsBot.Archive.Passages;
using NewsBot.Archive.Splitting;
using NewsBot.Newsroom.Layout;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Layout;

public sealed class PassageExcerptTests
{
    private const string Long =
        "The council met on Monday in the old town hall, as it does every week, and began with the minutes of its last meeting. "
        + "The members then spoke for an hour about the state of the roads and the price of the new bridge over the river. "
        + "Two drones were seen over the harbour. "
        + "The mayor thanked everyone who had come and closed the meeting at nine in the evening, an hour later than was planned.";

    [Fact]
    public void Excerpt_HasTheSentencesWithTheWords_AndMarksTheWordsInAnyForm()
    {
        var excerpt = PassageExcerpt.Of(Found(Long), "drone harbours");

        Assert.True(excerpt.IsShortened);
        Assert.Equal(["drones", "harbour"], excerpt.Shown.Where(piece => piece.IsFound).Select(piece => piece.Text));
        Assert.Contains(
            "Two drones were seen over the harbour.",
            string.Concat(excerpt.Shown.Select(piece => piece.Text)),
            StringComparison.Ordinal
        );
        Assert.InRange(excerpt.Shown.Sum(piece => piece.Text.Length), 30, Long.Length - 50);
        Assert.Equal(Long, string.Concat(excerpt.All.Select(piece => piece.Text)));
    }

    [Fact]
    public void ShortPassage_IsShownWhole()
    {
        var excerpt = PassageExcerpt.Of(Found("Two drones were seen. Nobody was hurt."), "drone");

        Assert.False(excerpt.IsShortened);
        Assert.Equal("Two drones were seen. Nobody was hurt.", string.Concat(excerpt.Shown.Select(piece => piece.Text)));
    }

    [Theory]
    [InlineData("-drones source:harbour")]
    [InlineData("the was")]
    public void WordsThatAreNotLookedFor_AreNotMarked(string query) =>
        Assert.DoesNotContain(PassageExcerpt.Of(Found(Long), query).All, piece => piece.IsFound);

    private static RetrievedPassage Found(string text)
    {
        var article = new ArchivedArticle(1, Some.Article(text: text), ArticleSplitter.Split(text));
        return new RetrievedPassage(article, article.Excerpts[0], 1);
    }
}
