using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Gateway;

/// <summary>Sends heartbeats at the gateway's interval and notices a missing echo. One per connection.</summary>
/// <param name="interval">The time between two heartbeats.</param>
/// <param name="clock">The time.</param>
/// <param name="send">Sends a heartbeat.</param>
internal sealed class Heartbeat(TimeSpan interval, MonotonicClock clock, Func<CancellationToken, Task> send)
{
    private volatile bool isAnswered = true;

    /// <summary>Records that the echo arrived.</summary>
    public void Acknowledge() => isAnswered = true;

    /// <summary>Sends heartbeats until an echo is missing, and then returns.</summary>
    /// <param name="jitter">From 0 to 1: the first heartbeat follows after this part of the interval, so that clients do not all send
    /// at once after an outage.</param>
    /// <param name="cancellationToken">Ends the connection.</param>
    public async Task RunAsync(double jitter, CancellationToken cancellationToken)
    {
        await clock.DelayAsync(interval * jitter, cancellationToken);
        while (isAnswered)
        {
            isAnswered = false;
            await send(cancellationToken);
            await clock.DelayAsync(interval, cancellationToken);
        }
    }
}
