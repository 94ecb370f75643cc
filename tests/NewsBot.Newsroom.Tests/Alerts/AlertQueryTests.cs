using NewsBot.Archive.Passages;
using NewsBot.Newsroom.Alerts;
using NewsBot.TestSupport;

namespace NewsBot.Newsroom.Tests.Alerts;

public sealed class AlertQueryTests
{
    private const string Text = "Two drones were shot down over the Kremlin. Volodymyr Zelensky denied any role on Red Square.";

    [Theory]
    [InlineData("drone Kremlin", true)]
    [InlineData("drone near the Kremlin", true)]
    [InlineData("DRONE KREMLINS", true)]
    [InlineData("drone Berlin", false)]
    [InlineData("\"shot down over the Kremlin\"", true)]
    [InlineData("“Red Square” drone", true)]
    [InlineData("\"Square Red\"", false)]
    [InlineData("\"drone were\"", false)]
    [InlineData("Zelenskyy", true)]
    [InlineData("drone outlet:Reuters", true)]
    [InlineData("drone outlet:AP", false)]
    [InlineData("outlet:Reuters", true)]
    public void Query_FindsWordsInAnyForm_PhrasesAndOutlets(string query, bool isFound)
    {
        var article = NewArticle.Of(new ArchivedArticle(1, Some.Article("a.txt", Text, "News") with { Outlet = "Reuters" }, []));

        Assert.Equal(isFound, new NewArticles([article]).Matching(AlertQuery.Read(query).Query!).Count == 1);
    }

    [Theory]
    [InlineData("the", "Name at least one word to look for.")]
    [InlineData("\"Red Square", "A quotation mark is missing: write phrases like \"Red Square\".")]
    [InlineData("drone from:yesterday", "An alert tells of new articles and cannot be limited to days")]
    [InlineData("drone to:soon", "leave out “to:soon”.")]
    public void Query_ThatCannotBeRead_SaysWhatToMend(string query, string problem) =>
        Assert.Contains(problem, AlertQuery.Read(query).Problem, StringComparison.Ordinal);
}
