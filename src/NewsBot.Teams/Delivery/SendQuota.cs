namespace NewsBot.Teams.Delivery;

/// <summary>
/// Represents the exact quota of one conversation: the times of what was sent and, for each of the documented windows, the moment from
/// which the next request is within its limit (Teams rate limits per bot and thread: 7 in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour). A
/// bucket that refills evenly would allow nearly twice the limit across the boundary of a window. Not thread-safe: a conversation sends one
/// thing at a time.
/// </summary>
internal sealed class SendQuota
{
    /// <summary>Specifies the longest window; anything older does not count.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromHours(1);

    private static readonly (int Limit, TimeSpan Window)[] Limits =
    [
        (7, TimeSpan.FromSeconds(1)),
        (8, TimeSpan.FromSeconds(2)),
        (60, TimeSpan.FromSeconds(30)),
        (1800, Horizon),
    ];

    private readonly List<DateTimeOffset> _sent = [];

    /// <summary>Returns the first moment, now or later, at which another request is within every limit.</summary>
    public DateTimeOffset NextAllowed(DateTimeOffset now)
    {
        var next = now;
        foreach (var (limit, window) in Limits)
        {
            if (_sent.Count >= limit && _sent[^limit] + window is var free && free > next)
                next = free;
        }

        return next;
    }

    /// <summary>
    /// Determines whether every window is at most a quarter spent: room for an optional message, such as a typing notice.
    /// </summary>
    public bool HasAmpleRoom(DateTimeOffset now)
    {
        foreach (var (limit, window) in Limits)
        {
            var quarter = Math.Max(1, limit / 4);
            if (_sent.Count >= quarter && _sent[^quarter] + window > now)
                return false;
        }

        return true;
    }

    /// <summary>Counts a request once its response has arrived: the other side accepted it then or before.</summary>
    public void Count(DateTimeOffset at)
    {
        if (_sent.Count > 4096)
            _sent.RemoveRange(0, _sent.Count - 1800);
        _sent.Add(at);
    }

    /// <summary>Gets the time of the last request; null when there was none.</summary>
    public DateTimeOffset? Last => _sent.Count == 0 ? null : _sent[^1];
}
