using NewsBot.Archive.Articles;
using NewsBot.Newsroom.Alerts;

namespace NewsBot.Newsroom.Tests.Alerts;

/// <summary>Many alerts and articles that arrive one by one; the benchmark <c>alerts</c> measures the same with more of both.</summary>
public sealed class AlertLoadTests
{
    private static readonly string[] Things = ["harbour", "tram", "flood", "school", "mill", "opera", "airport", "museum", "bridge"];
    private static readonly string[] Places = ["Bergen", "Kyiv", "Lima", "Osaka", "Tunis"];
    private static readonly string[] Outlets = ["Reuters", "AP", "Kicker"];

    [Fact]
    public async Task Matches_OfManyAlerts_AreEachPostedOnce()
    {
        await using var desk = await AlertDesk.OpenAsync(
            options: new AlertOptions { BetweenUpdates = TimeSpan.Zero, MostPerConversation = 1000 }
        );
        var alerts = Alerts();
        foreach (var words in alerts.Keys)
            await desk.SayAsync("add " + words);

        var articles = Enumerable.Range(0, 25).Select(number => Report(desk, number)).ToArray();
        foreach (var article in articles)
            await desk.ArriveAsync(article);
        await desk.RunAsync(TimeSpan.FromMinutes(1));

        var told = desk.Posts.SelectMany(post =>
            post.Stories.SelectMany(story => story.Articles).Concat(post.Others).Select(article => (post.Topic, article.Source))
        );
        var expected = alerts.SelectMany(alert => articles.Where(alert.Value).Select(article => (alert.Key, article.Source)));
        Assert.Equal(expected.Order(), told.Order());
    }

    /// <summary>Returns the words of the alerts, each with what tells its articles without reading words.</summary>
    private static Dictionary<string, Func<Article, bool>> Alerts()
    {
        var alerts = new Dictionary<string, Func<Article, bool>>();
        foreach (var place in Places)
            alerts[place] = article => Has(article, place);
        foreach (var thing in Things)
        {
            alerts[thing + "s"] = article => Has(article, thing);
            foreach (var place in Places)
            {
                alerts[$"{thing} near {place}"] = article => Has(article, thing) && Has(article, place);
                alerts[$"\"{thing} of {place}\""] = article => Has(article, $"{thing} of {place}");
            }

            foreach (var outlet in Outlets)
                alerts[$"{thing} outlet:{outlet}"] = article => Has(article, thing) && article.Outlet == outlet;
        }

        return alerts;
    }

    private static bool Has(Article article, string words) => article.Text.Contains(words, StringComparison.Ordinal);

    private static Article Report(AlertDesk desk, int number)
    {
        var (thing, other, place) = (Things[number % 9], Things[number * 4 % 7], Places[number % 5]);
        return desk.Report(
            $"{number:00}.txt",
            $"News {number}",
            $"The {thing} of {place} made news on Monday, as did the {other}.",
            Outlets[number % 3]
        );
    }
}
