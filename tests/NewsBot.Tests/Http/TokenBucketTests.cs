using NewsBot.Http;

namespace NewsBot.Tests.Http;

public sealed class TokenBucketTests
{
    private static readonly TimeSpan Start = TimeSpan.FromHours(1);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(60)]
    [InlineData(1_000_000)]
    public void Calls_FillTheLimit_AndThenComeOneByOne(int perMinute)
    {
        var bucket = new TokenBucket(perMinute, Start);
        bucket.Overdraw(perMinute - 1, Start);

        Assert.Equal(TimeSpan.Zero, bucket.TryTake(Start));
        var wait = bucket.TryTake(Start);
        Assert.InRange(wait, TimeSpan.FromMinutes(1) / perMinute, (TimeSpan.FromMinutes(1) / perMinute) + TimeSpan.FromTicks(1));
        Assert.True(bucket.TryTake(Start + wait - TimeSpan.FromTicks(1)) > TimeSpan.Zero);
        Assert.Equal(TimeSpan.Zero, bucket.TryTake(Start + wait));
    }

    [Fact]
    public void CallsOfOthers_BeyondTheLimit_AreRepaidFirst()
    {
        var bucket = new TokenBucket(60, Start);

        bucket.Overdraw(90, Start);

        Assert.Equal(TimeSpan.FromSeconds(31), bucket.TryTake(Start));
        Assert.Equal(TimeSpan.Zero, bucket.TryTake(Start + TimeSpan.FromSeconds(31)));
        Assert.False(bucket.IsFull(Start + TimeSpan.FromSeconds(90)));
        Assert.True(bucket.IsFull(Start + TimeSpan.FromSeconds(91)));
    }

    [Fact]
    public void CallsOfOthers_OfAWhileAgo_HavePartlyBeenRepaid()
    {
        var bucket = new TokenBucket(60, Start - TimeSpan.FromSeconds(20));

        bucket.Overdraw(60, Start - TimeSpan.FromSeconds(20));

        for (var call = 0; call < 20; call++)
            Assert.Equal(TimeSpan.Zero, bucket.TryTake(Start));
        Assert.Equal(TimeSpan.FromSeconds(1), bucket.TryTake(Start));
    }
}
