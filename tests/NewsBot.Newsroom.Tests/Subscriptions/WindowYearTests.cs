namespace NewsBot.Newsroom.Tests.Subscriptions;

public sealed class WindowYearTests(ITestOutputHelper output)
{
    // The clocks of Europe, America, Lord Howe Island and New Zealand change within these weeks.
    private static readonly DateTimeOffset March = new(2024, 3, 8, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public Task Windows_OverAMonthOfNews_HaveEveryArticleOnce() => SimulateAsync(March, TimeSpan.FromDays(31), 1);

    /// <summary>Takes minutes: run it with <c>-explicit only</c>.</summary>
    [Theory(Explicit = true)]
    [InlineData(2)]
    [InlineData(3)]
    public Task Windows_OverAYearOfNews_HaveEveryArticleOnce(int seed) => SimulateAsync(March, TimeSpan.FromDays(366), seed);

    private async Task SimulateAsync(DateTimeOffset start, TimeSpan length, int seed)
    {
        await using var year = new WindowYear(start, length, seed);

        var counts = await year.RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine(counts.ToString());
        Assert.Equal(0, counts.Missing);
        Assert.Equal(0, counts.Twice);
        Assert.Equal(0, counts.Uncorrected);
        Assert.Equal(0, counts.WithWithdrawnWords);
        Assert.True(counts.Told > 0 && counts.LeftOut > 0 && counts.Older > 0);
        Assert.True(counts.NotPosted > 0 && counts.Corrected > 0 && counts.Withdrawn > 0);
    }
}
