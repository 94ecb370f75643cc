using Microsoft.Extensions.Logging;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;

namespace NewsBot.Teams.Processing;

/// <summary>
/// Processes messages and posts: one after the other within a conversation, so that answers keep the order of the questions; conversations
/// in parallel. All of it is in the store too, and unfinished work resumes at the next start. Thread-safe.
/// </summary>
internal sealed class ConversationLanes(
    TeamsOptions options,
    TurnRunner runner,
    PostDelivery delivery,
    FollowUpOffers offers,
    TimeProvider time,
    ILogger<ConversationLanes> log
) : IDisposable
{
    private static readonly TimeSpan AfterStoreFailure = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Queue<LaneWork>> _lanes = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private readonly Dictionary<string, CancellationTokenSource> _offers = new(StringComparer.Ordinal);
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

    /// <summary>Returns reserved room that was not used.</summary>
    public void Release() => Interlocked.Decrement(ref _turns);

    /// <summary>Adds work. Room for a message was reserved before; work resumed after a restart needs none.</summary>
    public void Enqueue(LaneWork work, bool reserved = true)
    {
        if (!reserved && work.Turn is not null)
            Interlocked.Increment(ref _turns);
        lock (_lock)
        {
            if (_stopping.IsCancellationRequested)
                return;
            // A reader who continues writing does not need suggestions.
            if (work.Turn is not null && _offers.Remove(work.Conversation, out var offer))
                _ = offer.CancelAsync();
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

    /// <summary>Stops; requests in progress are finished.</summary>
    public async Task StopAsync(CancellationToken hurry)
    {
        await _stopping.CancelAsync();
        Task[] running;
        lock (_lock)
            running = [.. _running];
        await Task.WhenAll(running).WaitAsync(hurry).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Waits until no work is in progress or waiting for a later attempt.</summary>
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
            // A lane that has ended removes itself from the list shortly afterwards.
            await Task.Yield();
        }
    }

    /// <summary>Stops whatever is still running, without waiting for it.</summary>
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
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
    }

    private async Task RunAsync(string conversation, Queue<LaneWork> lane)
    {
        var stopping = _stopping.Token;
        try
        {
            FollowUpOffer? offer = null;
            while (true)
            {
                LaneWork work;
                bool isLast;
                lock (_lock)
                {
                    if (!lane.TryDequeue(out work!))
                    {
                        _lanes.Remove(conversation);
                        break;
                    }

                    isLast = lane.Count == 0;
                }

                offer = await WorkAsync(work, isLast, stopping);
                if (work.Turn is not null)
                    Interlocked.Decrement(ref _turns);
            }

            // It costs as much as several answers: there is time for it while no one waits for one.
            if (offer is not null && Volatile.Read(ref _turns) == 0)
                Track(OfferAsync(conversation, offer, stopping));
        }
#pragma warning disable CA1031 // The edge of a stopping lane: the store may be closed already, and contains the rest.
        catch (Exception) when (stopping.IsCancellationRequested)
#pragma warning restore CA1031
        { }
    }

    private async Task OfferAsync(string conversation, FollowUpOffer offer, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        lock (_lock)
        {
            // A message that arrived meanwhile has its own lane.
            if (_lanes.ContainsKey(conversation))
                return;
            _offers[conversation] = over;
        }

        var post = await offers.AddAsync(offer, over.Token);
        lock (_lock)
        {
            if (_offers.GetValueOrDefault(conversation) == over)
                _offers.Remove(conversation);
        }

        if (post is { } id)
            Enqueue(new LaneWork { Conversation = conversation, Post = id });
    }

    /// <summary>Works until it is done, and returns possible follow-ups.</summary>
    private async Task<FollowUpOffer?> WorkAsync(LaneWork work, bool isLast, CancellationToken stopping)
    {
        var finished = work.Post is { } post ? new FinishedTurn([post]) : null;
        while (true)
        {
            try
            {
                finished ??= await runner.RunAsync(work.Turn!.Value, work.Message, isLast, stopping);
                foreach (var id in finished.Posts)
                {
                    if (await delivery.DeliverAsync(id, stopping) is { } due)
                        Track(
                            ResumeAsync(
                                new LaneWork
                                {
                                    Conversation = work.Conversation,
                                    Post = id,
                                    DueAt = due,
                                },
                                stopping
                            )
                        );
                }

                return finished.Offer;
            }
#pragma warning disable CA1031 // The edge of the background loop: only the store fails here, and the message must not be lost.
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
            // The store contains it.
        }
    }
}
