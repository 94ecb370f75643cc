using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Store;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Diagnostics;
using NewsBot.Teams.Options;
using NewsBot.Teams.Storage;

namespace NewsBot.Teams.Processing;

/// <summary>
/// Resumes the work of the last run: reads it before the host listens, so that nothing new is included, and processes it afterwards, so
/// that a host that cannot listen sends nothing. Stops in order.
/// </summary>
internal sealed class TeamsWorker(
    TeamsOptions options,
    ITeamsStore store,
    ConversationLanes lanes,
    SendGate gate,
    TimeProvider time,
    TeamsMeter meter,
    ILogger<TeamsWorker> log
) : BackgroundService, IHostedLifecycleService
{
    private static readonly TimeSpan BetweenClearings = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenSignsOfLife = TimeSpan.FromSeconds(1);

    private IReadOnlyList<UnfinishedWork> _left = [];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        _left = await store.TakeUpAsync(_ => { }, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.RequiresTokens)
            log.Serving(options.AppId!, options.AppType);
        else
            log.LocalOnly();
        if (_left.Count > 0)
            log.TakingUp(_left.Count(w => w.Turn is not null), _left.Count(w => w.Post is not null));
        Resume(_left);
        _left = [];
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await lanes.StopAsync(cancellationToken);
        await base.StopAsync(cancellationToken);
        try
        {
            await store.LeaveAsync(cancellationToken);
        }
        catch (StoreException failure)
        {
            // The others wait for the end of the lease instead.
            log.TakingUpFailed(failure);
        }
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(ClearAsync(stoppingToken), store.IsShared ? ShareAsync(stoppingToken) : Task.CompletedTask);

    private void Resume(IReadOnlyList<UnfinishedWork> left)
    {
        foreach (var work in left)
        {
            if (work.WasOnWire)
            {
                meter.Uncertain.Add(1);
                log.PostUncertain(work.Post!.Value, "the host stopped");
            }

            lanes.Enqueue(LaneWork.Of(work), reserved: false);
        }
    }

    /// <summary>Gives signs of life, and takes what other hosts hand over or have left.</summary>
    private async Task ShareAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenSignsOfLife, time);
        var isFailing = false;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await store.TakeUpAsync(Resume, CancellationToken.None);
                    isFailing = false;
                }
                catch (StoreException failure)
                {
                    // Once for each outage.
                    if (!isFailing)
                        log.TakingUpFailed(failure);
                    isFailing = true;
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // As in ClearAsync.
        }
    }

    private async Task ClearAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenClearings, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                gate.Forget();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that is disposed of without being stopped would treat it as a failure of this service.
        }
    }
}
