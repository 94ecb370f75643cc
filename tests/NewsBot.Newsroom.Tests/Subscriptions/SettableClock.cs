namespace NewsBot.Newsroom.Tests.Subscriptions;

/// <summary>A clock that a test sets, also back.</summary>
internal sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
