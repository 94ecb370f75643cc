namespace NewsBot.Discord.Rest;

/// <summary>Represents the limit of one route, as known from Discord's headers. Guarded by its owner's lock.</summary>
internal sealed class Bucket
{
    private int? limit;
    private int remaining;
    private TimeSpan? resetAt;
    private TimeSpan blockedUntil;
    private TaskCompletionSource? probe;

    /// <summary>Determines whether it has no more information than a new one.</summary>
    public bool IsStale(TimeSpan now) => probe is null && blockedUntil <= now && (resetAt is null || resetAt <= now);

    /// <summary>Claims the right to send one request.</summary>
    /// <param name="now">Monotonic.</param>
    /// <param name="wait">When false: the wait before the next attempt, unless <paramref name="signal"/> completes first.</param>
    /// <param name="signal">When not null: completes as soon as the first response of the route has shown its limit.</param>
    public bool TryTake(TimeSpan now, out TimeSpan wait, out Task? signal)
    {
        signal = null;
        wait = TimeSpan.Zero;
        if (blockedUntil > now)
        {
            wait = blockedUntil - now;
            return false;
        }

        if (limit is not { } known)
        {
            // One request goes ahead to learn the limit, so that a burst at the start does not cause 429s.
            if (probe is null)
            {
                probe = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return true;
            }

            signal = probe.Task;
            return false;
        }

        if (remaining > 0)
        {
            remaining--;
            return true;
        }

        if (resetAt > now)
        {
            wait = resetAt.Value - now;
            return false;
        }

        remaining = Math.Max(known - 1, 0);
        resetAt = null;
        return true;
    }

    /// <summary>Records the headers of a response.</summary>
    public void Learn(int newLimit, int newRemaining, TimeSpan newResetAt)
    {
        // Responses may arrive out of order: within one window, the smallest number counts.
        var isSameWindow = resetAt is { } old && newResetAt - old < TimeSpan.FromMilliseconds(250);
        remaining = isSameWindow && limit is not null ? Math.Min(remaining, newRemaining) : newRemaining;
        resetAt = newResetAt;
        limit = newLimit;
        EndProbe();
    }

    /// <summary>Blocks requests until then.</summary>
    public void Block(TimeSpan until)
    {
        if (until > blockedUntil)
            blockedUntil = until;
        EndProbe();
    }

    /// <summary>Lets the next request go ahead, because the last one learned nothing.</summary>
    public void EndProbe()
    {
        probe?.TrySetResult();
        probe = null;
    }
}
