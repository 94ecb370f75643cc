using Microsoft.Extensions.Logging;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Processing;

/// <summary>
/// Works through messages and posts: one after the other within a conversation, so that answers keep the order of the questions; conversations side by side.
/// All of it is in the store too: what is here when the host stops is taken up at the next start. Thread-safe.
/// </summary>
internal sealed class ConversationLanes(TeamsOptions options, TurnRunner runner, PostDelivery delivery, TimeProvider time, ILogger<ConversationLanes> log) : IDisposable
{
    private static readonly TimeSpan AfterStoreFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<LaneWork>> _lanes = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private readonly CancellationTokenSource _stopping = new();
    private int _turns;

    /// <summary>Reserves room for a message; false when the queue is full.</summary>
    public bool TryReserve()
    {
        if (Interlocked.Increment(ref _turns) <= options.QueueCapacity)
            return true;
        Interlocked.Decrement(ref _turns);
        return false;
    }

    /// <summary>Gives room back that was reserved for nothing.</summary>
    public void Release() => Interlocked.Decrement(ref _turns);

    /// <summary>Adds work. Room for a message was reserved before; what a restart takes up needs none.</summary>
    public void Enqueue(LaneWork work, bool reserved = true)
    {
        if (!reserved && work.Turn is not null)
            Interlocked.Increment(ref _turns);
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
                return;
            if (_lanes.TryGetValue(work.Conversation, out var lane))
            {
                lane.Enqueue(work);
                return;
            }

            lane = new Queue<LaneWork>([work]);
            _lanes.Add(work.Conversation, lane);
            Track(Task.Run(() => RunAsync(work.Conversation, lane)));
        }
    }

    /// <summary>Stops; requests under way are finished.</summary>
    public async Task StopAsync(CancellationToken hurry)
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_lock)
            running = [.. _running];
        await Task.WhenAll(running).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Waits until nothing is worked on, and nothing waits for a later try.</summary>
    public async Task WhenIdleAsync()
    {
        while (true)
        {
            Task[] running;
            lock (_lock)
                running = [.. _running];
            if (running.Length == 0)
                return;
            await Task.WhenAll(running);
            // The one that ended takes itself off the list just after.
            await Task.Yield();
        }
    }

    /// <summary>Also stops what was not stopped before, without waiting for it.</summary>
    public void Dispose()
    {
        _stopping.Cancel();
        _stopping.Dispose();
    }

    private void Track(Task task)
    {
        lock (_lock)
            _running.Add(task);
        _ = task.ContinueWith(
            done =>
            {
                lock (_lock)
                    _running.Remove(done);
            }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task RunAsync(string conversation, Queue<LaneWork> lane)
    {
        var stopping = _stopping.Token;
        try
        {
            while (true)
            {
                LaneWork work;
                bool isLast;
                lock (_lock)
                {
                    if (!lane.TryDequeue(out work!))
                    {
                        _lanes.Remove(conversation);
                        return;
                    }

                    isLast = lane.Count == 0;
                }

                await WorkAsync(work, isLast, stopping);
                if (work.Turn is not null)
                    Interlocked.Decrement(ref _turns);
            }
        }
#pragma warning disable CA1031 // The border of a lane that stops: the store may be closed already, and has what is left.
        catch (Exception) when (stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }
    }

    private async Task WorkAsync(LaneWork work, bool isLast, CancellationToken stopping)
    {
        IReadOnlyList<long>? posts = work.Post is { } post ? [post] : null;
        while (true)
        {
            try
            {
                posts ??= await runner.RunAsync(work.Turn!.Value, work.Message, isLast, stopping);
                foreach (var id in posts)
                {
                    if (await delivery.DeliverAsync(id, stopping) is { } due)
                        Track(ResumeAsync(new LaneWork { Conversation = work.Conversation, Post = id, DueAt = due }, stopping));
                }

                return;
            }
#pragma warning disable CA1031 // The border of the background loop: nothing but the store fails here, and it must not lose the message.
            catch (Exception e) when (!stopping.IsCancellationRequested)
#pragma warning restore CA1031
            {
                log.StoreFailed(e, AfterStoreFailure);
                await Task.Delay(AfterStoreFailure, time, stopping);
            }
        }
    }

    private async Task ResumeAsync(LaneWork work, CancellationToken stopping)
    {
        try
        {
            if (work.DueAt - time.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, time, stopping);
            Enqueue(work);
        }
        catch (OperationCanceledException)
        {
            // The store has it.
        }
    }
}
