using NewsBot.Archive.Articles;
using NewsBot.TestSupport;

namespace NewsBot.Archive.Tests.Articles;

public sealed class ArticleFilterTests
{
    [Theory]
    [InlineData("Reuters", "reuters", true)]
    [InlineData("Reuters UK", "Reuters", true)]
    [InlineData("The Guardian", "guardian", true)]
    [InlineData("Agence France-Presse", "france presse", true)]
    [InlineData("Japan Times", "AP", false)]
    [InlineData("Reuters", "Reuters UK", false)]
    [InlineData(null, "Reuters", false)]
    public void Outlet_PassesByWholeWords_InAnyCase(string? outlet, string wanted, bool passes) =>
        Assert.Equal(passes, new ArticleFilter { Outlet = wanted }.Allows(Some.Article() with { Outlet = outlet }));

    [Fact]
    public void Address_NamesTheOutlet_WhereNothingElseDoes() =>
        Assert.True(new ArticleFilter { Outlet = "example.org" }.Allows(Some.Article() with { Url = "https://www.example.org/a" }));

    [Theory]
    [InlineData("2023-05-02", false)]
    [InlineData("2023-05-03", true)]
    [InlineData("2023-05-09", true)]
    [InlineData("2023-05-10", false)]
    [InlineData(null, false)]
    public void Days_AreInclusive_AndAnArticleWithoutOneDoesNotPass(string? day, bool passes)
    {
        var filter = new ArticleFilter { From = new DateOnly(2023, 5, 3), To = new DateOnly(2023, 5, 9) };

        Assert.Equal(passes, filter.AllowsDay(day is null ? null : DateOnly.Parse(day)));
    }

    [Fact]
    public void NoFilter_LetsEveryArticlePass() => Assert.True(ArticleFilter.None.Allows(Some.Article()));
}
