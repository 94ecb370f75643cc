namespace NewsBot.Newsroom.Tests.Subscriptions;

public sealed class SimulationTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset NewYear = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(150, 366, 1)]
    [InlineData(1500, 20, 2)]
    public Task Deliveries_OverAllZones_WithCrashes_MissNothingAndRepeatNothingUncounted(int subscriptions, int days, int seed) =>
        SimulateAsync(subscriptions, days, seed);

    /// <summary>Takes minutes: run it with <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public Task Deliveries_TenThousandSubscriptions_ForAYear() => SimulateAsync(10_000, 366, 3);

    /// <summary>Takes a minute: run it with <c>-explicit only</c>.</summary>
    [Fact(Explicit = true)]
    public Task Deliveries_OneThousandSubscriptions_ForAYear() => SimulateAsync(1_000, 366, 4);

    private async Task SimulateAsync(int subscriptions, int days, int seed)
    {
        await using var year = new SimulatedYear(subscriptions, NewYear, TimeSpan.FromDays(days), seed);

        var counts = await year.RunAsync(TestContext.Current.CancellationToken);

        output.WriteLine(counts.ToString());
        Assert.True(counts.Due > subscriptions * (days - 6) / 3);
        Assert.True(counts.Crashes > 0);
        Assert.Equal(0, counts.WithoutRecord);
        Assert.Equal(0, counts.NeverArrived);
        Assert.Equal(0, counts.TwiceUncounted);
        Assert.Equal(0, counts.MoreThanTwice);
        Assert.Equal(0, counts.GivenUp);
        Assert.Equal(0, counts.NotDue);
    }
}
