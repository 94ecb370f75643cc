namespace NewsBot.Discord.Rest;

/// <summary>The limit of one route, as far as Discord's headers told it. Guarded by its owner's lock.</summary>
internal sealed class Bucket
{
    private int? limit;
    private int remaining;
    private TimeSpan? resetAt;
    private TimeSpan blockedUntil;
    private TaskCompletionSource? probe;

    /// <summary>Whether it says nothing any more that a new one would not.</summary>
    public bool IsStale(TimeSpan now) => probe is null && blockedUntil <= now && (resetAt is null || resetAt <= now);

    /// <summary>Takes the right to send one request.</summary>
    /// <param name="now">Monotonic.</param>
    /// <param name="wait">When false: how long to wait before asking again, unless <paramref name="signal"/> comes first.</param>
    /// <param name="signal">When not null: completes as soon as the first answer of the route has told its limit.</param>
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
            // One request goes ahead and learns the limit, so that a burst at start does not run into 429s.
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

    /// <summary>Notes what the headers of an answer say.</summary>
    public void Learn(int newLimit, int newRemaining, TimeSpan newResetAt)
    {
        // Answers may come out of order: within one window the smallest number counts.
        var isSameWindow = resetAt is { } old && newResetAt - old < TimeSpan.FromMilliseconds(250);
        remaining = isSameWindow && limit is not null ? Math.Min(remaining, newRemaining) : newRemaining;
        resetAt = newResetAt;
        limit = newLimit;
        EndProbe();
    }

    /// <summary>Sends nothing until then.</summary>
    public void Block(TimeSpan until)
    {
        if (until > blockedUntil)
            blockedUntil = until;
        EndProbe();
    }

    /// <summary>The request that went ahead learned nothing: the next one may go.</summary>
    public void EndProbe()
    {
        probe?.TrySetResult();
        probe = null;
    }
}
