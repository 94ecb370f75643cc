namespace NewsBot.Teams.Delivery;

/// <summary>Limits the requests to one tenant in a second, counting those in progress. Thread-safe.</summary>
/// <param name="perSecond">The limit at the moment, 1 or more.</param>
/// <param name="time">The clock.</param>
internal sealed class TenantQuota(Func<int> perSecond, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _done = new();
    private int _underWay;

    /// <summary>Waits until another request is within the limit, and counts it as in progress.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        while (TryEnter() is { } wait)
            await Task.Delay(wait, time, cancellationToken);
    }

    /// <summary>Counts a request as finished.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            _underWay--;
            _done.Enqueue(time.GetUtcNow());
        }
    }

    private TimeSpan? TryEnter()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            while (_done.TryPeek(out var oldest) && now - oldest >= Window)
                _done.Dequeue();
            if (_underWay + _done.Count < perSecond())
            {
                _underWay++;
                return null;
            }

            var free = _done.TryPeek(out var first) ? first + Window - now : Poll;
            return free > Poll ? free : Poll;
        }
    }
}
