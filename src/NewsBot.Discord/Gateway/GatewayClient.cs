using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Options;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Gateway;

/// <summary>Finds the gateway and keeps all shards connected to it. Start reading gateway mode here.</summary>
internal sealed class GatewayClient(DiscordOptions options, DiscordApi api, IGatewayConnector connector, TimeProvider time, ILogger log)
{
    private const int SessionsPerDay = 1000;
    private readonly MonotonicClock clock = new(time);

    /// <summary>Runs until cancelled, or until continuing is pointless, which is logged.</summary>
    public async Task RunAsync(IDiscordEvents events, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } gateway)
            return;
        var limit = gateway.SessionStartLimit ?? new SessionStartLimitJson();
        var total = limit.Total is > 0 and var named ? named : SessionsPerDay;
        var settings = new GatewaySettings
        {
            Address = new Uri(gateway.Url),
            ShardCount = Math.Max(gateway.Shards, 1),
            Token = options.Token!,
            Application = options.ApplicationId is { } application ? new Snowflake(application) : null,
            IsRedirected = options.IsRedirected,
            Compress = options.Compress,
            Connector = connector,
            IdentifyGate = new IdentifyGate(
                clock,
                limit.MaxConcurrency ?? 1,
                total,
                limit.Remaining ?? total,
                TimeSpan.FromMilliseconds(limit.ResetAfter ?? 0),
                WaitForSessionsAsync
            ),
            Events = events,
            Api = api,
            Jitter = options.Jitter,
            Time = time,
            Log = log,
        };

        // If one shard must stop, all must: token, version and intents are the same for all.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var shards = Enumerable
            .Range(0, settings.ShardCount)
            .Select(number => new GatewayShard(number, settings).RunAsync(stop.Token))
            .ToList();
        try
        {
            var end = await await Task.WhenAny(shards);
            Log.Stopped(log, end.Reason, end.Remedy);
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(shards)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task<GatewayBotJson?> FindAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (gateway, failure) = await api.FindGatewayAsync(cancellationToken);
            if (gateway is not null && GatewayAddress.IsSafe(gateway.Url, options.IsRedirected))
                return gateway;
            if (failure?.Kind == DeliveryFailureKind.TokenRevoked)
            {
                Log.Stopped(log, "Discord does not accept the bot's token (401)", Log.TokenRemedy);
                return null;
            }

            var pause = StartBackoff.After(attempt);
            Log.GatewayNotFound(log, failure?.Message ?? "its address cannot be read", pause.TotalSeconds);
            await clock.DelayAsync(pause, cancellationToken);
        }
    }

    private Task WaitForSessionsAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        Log.IdentifyLimitSpent(log, wait.TotalMinutes);
        return clock.DelayAsync(wait, cancellationToken);
    }
}
