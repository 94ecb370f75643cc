using NewsBot.Newsroom.Naming;
using NewsBot.Newsroom.Retrieval;
using NewsBot.Newsroom.Suggestions;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Suggestions;

public sealed class SuggestionIndexTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typed_BeginningOfAWord_FindsNamesThenHeadlines_AsTheArchiveIsNow()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", "On Monday Vladimir Putin spoke. Then Putin left.", "Putin speaks")
        );
        using var index = new SuggestionIndex(archive.Archive);

        var first = await index.FindAsync("put", SuggestionKind.Query, 10, ReaderRights.WithoutDesk, Token);
        await archive.Store.PutAsync([Some.Article("a.txt", "Nobody spoke.", "Silence")], null, Token);
        var afterwards = await index.FindAsync("put", SuggestionKind.Query, 10, ReaderRights.WithoutDesk, Token);

        Assert.Equal(["Putin", "Vladimir Putin", "Putin speaks"], first.Select(suggestion => suggestion.Text));
        Assert.Empty(afterwards);
    }

    [Fact]
    public async Task Headline_IsShownAsPrinted_WithoutDatelineAndCut()
    {
        var sentence = "MOSCOW (Reuters) - Drones were seen over Moscow" + string.Concat(Enumerable.Repeat(" and over other towns", 20));
        await using var archive = await TestArchive.OfAsync(Some.Article("a.txt", sentence, sentence));
        using var index = new SuggestionIndex(archive.Archive);

        var found = await index.FindAsync("drones", SuggestionKind.Article, 10, ReaderRights.WithoutDesk, Token);

        var shown = Assert.Single(found).Text;
        Assert.StartsWith("Drones were seen over Moscow", shown, StringComparison.Ordinal);
        Assert.InRange(shown.Length, 30, Headlines.MaxChars);
    }

    [Fact]
    public async Task Article_IsShownByItsHeadline_AndEnteredByItsSource()
    {
        await using var archive = await TestArchive.OfAsync(
            Some.Article("a.txt", headline: "Drones over Moscow"),
            Some.Article("b.txt", headline: "Other news")
        );
        using var index = new SuggestionIndex(archive.Archive);

        var found = await index.FindAsync("mosc", SuggestionKind.Article, 10, ReaderRights.WithoutDesk, Token);
        await archive.Store.RemoveAsync(["a.txt"], Token);

        Assert.Equal([new Suggestion("Drones over Moscow", "a.txt") { Source = "a.txt" }], found);
        Assert.Equal(
            [new Suggestion("Other news", "b.txt") { Source = "b.txt" }],
            await index.FindAsync("", SuggestionKind.Article, 10, ReaderRights.WithoutDesk, Token)
        );
    }

    [Fact]
    public async Task Query_IsCompletedByHeadlines_WhichNameTheirArticle_AndByNames_WhichDoNot()
    {
        await using var archive = await TestArchive.OfAsync(Some.Article("a.txt", "He met Putin.", "Putin speaks"));
        using var index = new SuggestionIndex(archive.Archive);

        var found = await index.FindAsync("put", SuggestionKind.Query, 10, ReaderRights.WithoutDesk, Token);

        Assert.Equal([new Suggestion("Putin", "Putin"), new Suggestion("Putin speaks", "Putin speaks") { Source = "a.txt" }], found);
    }
}
