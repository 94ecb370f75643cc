using NewsBot.Arriving;

namespace NewsBot.Tests.Arriving;

public sealed class FeedBackoffTests
{
    [Theory]
    [InlineData(300, 0, null, 0.0, 300)]
    [InlineData(300, 0, null, 0.5, 315)]
    [InlineData(300, 1, null, 0.0, 300)]
    [InlineData(300, 2, null, 0.0, 600)]
    [InlineData(300, 3, null, 0.0, 1200)]
    [InlineData(300, 1000, null, 0.0, 3600)]
    [InlineData(7200, 5, null, 0.0, 7200)]
    [InlineData(300, 1, 10, 0.0, 300)]
    [InlineData(300, 1, 5000, 0.0, 5000)]
    [InlineData(300, 1, 10_000_000, 0.0, 86_400)]
    public void Wait_GrowsWithFailures_AndIsNeverShorterThanTheServerAsks(
        int every,
        int failures,
        int? asked,
        double jitter,
        int expected
    ) =>
        Assert.Equal(
            TimeSpan.FromSeconds(expected),
            FeedBackoff.Delay(TimeSpan.FromSeconds(every), failures, asked is { } seconds ? TimeSpan.FromSeconds(seconds) : null, jitter)
        );
}
