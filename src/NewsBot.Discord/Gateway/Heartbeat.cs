using NewsBot.Discord.Timing;

namespace NewsBot.Discord.Gateway;

/// <summary>Beats at the gateway's interval and notices when no echo comes. One a connection.</summary>
/// <param name="interval">Between two beats.</param>
/// <param name="clock">The time.</param>
/// <param name="send">Sends a beat.</param>
internal sealed class Heartbeat(TimeSpan interval, MonotonicClock clock, Func<CancellationToken, Task> send)
{
    private volatile bool isAnswered = true;

    /// <summary>The echo came.</summary>
    public void Acknowledge() => isAnswered = true;

    /// <summary>Beats until an echo is missing; returns then.</summary>
    /// <param name="jitter">From 0 to 1: the first beat comes after this part of the interval, so that not all clients beat at once after
    /// an outage.</param>
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
