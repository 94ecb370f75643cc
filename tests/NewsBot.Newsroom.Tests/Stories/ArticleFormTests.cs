using NewsBot.Newsroom.Stories;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Stories;

public sealed class ArticleFormTests
{
    [Theory]
    [InlineData("Five things to know for Tuesday: Floods, trains, tax")]
    [InlineData("12 things we learned about the ferry")]
    [InlineData("The ferry is late again. Here's the latest")]
    [InlineData("Daily Briefing: A late ferry")]
    [InlineData("Ferry, Mill fire, long winters, hot towns. It’s Tuesday’s news.")]
    [InlineData("Ferry, mill fire, tax, Mayor Reed")]
    [InlineData("Ashford flood live updates: Bridge closed")]
    [InlineData("Ashford flood recap: Bridge reopens after a night under water")]
    [InlineData("In pictures: The flood of Ashford")]
    [InlineData("Photos: The flood of Ashford | The Post")]
    [InlineData("Quiz of the week: Who fell into the Dane?")]
    [InlineData("How to dry a flooded cellar")]
    [InlineData("Ashford: 2022 in review")]
    [InlineData("The best bridges and ferries of 2022")]
    [InlineData("Opinion: The ferry deserves better")]
    public void Headline_OfAnotherForm_IsNotNews(string headline) =>
        Assert.False(ArticleForm.IsNews(Some.Article("one.txt", "The ferry stayed in the harbour.", headline)));

    [Theory]
    [InlineData("Flood closes the bridge of Ashford")]
    [InlineData("Photos of the mayor cost the paper its editor")]
    [InlineData("Quiz show host resigns after 20 years")]
    [InlineData("Best Bridge wins the derby by two lengths")]
    [InlineData("Ashford, Milford vote to merge")]
    [InlineData("Mayor Reed to honour Dr. Ann Cole, J. P. Banks, Tom Hale at the town hall of Ashford")]
    [InlineData("Ferry latest casualty of the storm, says company")]
    public void Headline_OfAReport_IsNews(string headline) =>
        Assert.True(ArticleForm.IsNews(Some.Article("one.txt", "The ferry stayed in the harbour.", headline)));

    [Theory]
    [InlineData("https://post.example/2022/12/13/gallery/flood/index.html", false)]
    [InlineData("https://post.example/opinions/flood", false)]
    [InlineData("https://post.example/news/ashford-flood-live-updates/12", false)]
    [InlineData("https://post.example/news/the-gallery-in-the-sun-floods", true)]
    public void Address_ShowsTheForm_InWholeParts(string source, bool isNews) =>
        Assert.Equal(isNews, ArticleForm.IsNews(Some.Article(source, "The Dane rose.", "Dane rises again over the weekend")));

    [Theory]
    [InlineData("Good morning. The ferry is late.", false)]
    [InlineData("A version of this story first appeared in the Harbour newsletter. The ferry is late.", false)]
    [InlineData("The ferry is late. “Good morning,” said its captain.", true)]
    public void FirstWords_ShowTheForm(string text, bool isNews) =>
        Assert.Equal(isNews, ArticleForm.IsNews(Some.Article("one.txt", text, "Ferry late once more at Ashford harbour")));

    [Fact]
    public void Section_ShowsTheForm() =>
        Assert.False(
            ArticleForm.IsNews(Some.Article("one.txt", "The ferry is late.", "Ferry late once more") with { Section = "Opinion" })
        );
}
