namespace NewsBot.Newsroom.Tests.Alerts;

public sealed class AlertMonthTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Matches_OverAMonthOfCrashesAndLateArrivals_AreEachPostedOnce(int seed)
    {
        await using var desk = await AlertDesk.OpenAsync();
        var month = new AlertMonth(desk, seed);

        await month.RunAsync();

        Assert.True(month.Crashes > 5, $"Only {month.Crashes} crashes");
        foreach (var (number, (conversation, _, word)) in AlertMonth.Alerts.Index())
        {
            // What may have arrived and was given up is told again.
            var unknown = await desk.UnknownAsync(number + 1);
            var posts = desk.Posts.Where(post => post.Conversation == conversation && !unknown.Contains(post.Key)).ToArray();
            var told = posts
                .SelectMany(post => post.Stories.SelectMany(story => story.Articles).Concat(post.Others))
                .Select(article => article.Source)
                .Order(StringComparer.Ordinal)
                .ToArray();

            Assert.Equal(told.Distinct(), told);
            Assert.NotEmpty(told);
            // What was withdrawn before its post is not told.
            Assert.Empty(told.Except(month.Expected(word)));
            Assert.All(month.Expected(word).Except(told), source => Assert.True(month.IsWithdrawn(source), source));
            // What was told and withdrawn is corrected, once; so is what may have been told.
            Assert.True(unknown.Count * 10 < posts.Length, $"{unknown.Count} of {posts.Length} posts were given up");
            var corrected = posts.SelectMany(post => post.Corrected).Select(correction => correction.Source).ToArray();
            Assert.Equal(corrected.Distinct(), corrected);
            Assert.Empty(told.Where(month.IsWithdrawn).Except(corrected));
            Assert.All(corrected, source => Assert.True(month.IsWithdrawn(source)));
        }

        Assert.All(desk.Channel.Arrivals.Values, times => Assert.Equal(1, times));
    }
}
