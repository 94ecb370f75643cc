namespace NewsBot.TestSupport.Discord;

/// <summary>
/// Records the requests that reached <see cref="ScriptedDiscord"/>, wakes those waiting for one, and decides which fail. Thread-safe.
/// </summary>
internal sealed class ScriptedRequests
{
    private readonly Lock gate = new();
    private readonly List<ScriptedRequest> requests = [];
    private readonly List<(Func<ScriptedRequest, bool> Matches, TaskCompletionSource<ScriptedRequest> Found)> waiters = [];
    private readonly List<(Func<ScriptedRequest, bool> Matches, Queue<ScriptedFault> Faults)> faults = [];

    /// <summary>Gets all requests received so far.</summary>
    public IReadOnlyList<ScriptedRequest> All
    {
        get
        {
            lock (gate)
                return [.. requests];
        }
    }

    /// <summary>Answers the next matching requests with failures, one each.</summary>
    public void Fail(Func<ScriptedRequest, bool> matches, ScriptedFault[] with)
    {
        lock (gate)
            faults.Add((matches, new Queue<ScriptedFault>(with)));
    }

    /// <summary>Returns the failure for a request; null: none.</summary>
    public ScriptedFault? TakeFault(ScriptedRequest request)
    {
        lock (gate)
            return faults.FirstOrDefault(entry => entry.Faults.Count > 0 && entry.Matches(request)).Faults?.Dequeue();
    }

    /// <summary>Returns the first request that matches, including earlier ones.</summary>
    public Task<ScriptedRequest> FirstAsync(Func<ScriptedRequest, bool> matches)
    {
        lock (gate)
        {
            if (requests.FirstOrDefault(matches) is { } request)
                return Task.FromResult(request);
            var found = new TaskCompletionSource<ScriptedRequest>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiters.Add((matches, found));
            return found.Task;
        }
    }

    /// <summary>Records a request that was answered.</summary>
    public void Record(ScriptedRequest request)
    {
        lock (gate)
        {
            requests.Add(request);
            foreach (var waiter in waiters.Where(waiter => waiter.Matches(request)).ToList())
            {
                waiters.Remove(waiter);
                waiter.Found.SetResult(request);
            }
        }
    }
}
