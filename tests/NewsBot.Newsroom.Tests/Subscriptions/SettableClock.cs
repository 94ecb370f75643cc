namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A clock that a test sets, also back.</summary>
/// <param name="now">What it shows at first.</param>
/// <param name="steady">A clock that is never set back, for measuring how much time went by; null: this one.</param>
internal sealed class SettableClock(DateTimeOffset now, SettableClock? steady = null) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => Now;

    public override long GetTimestamp() => (steady ?? this).Now.UtcTicks;
}
