using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Archive.Store;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.HttpMode;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Turns;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Feedback;
using NewsBot.Newsroom.Spending;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Discord;

/// <summary>Runs the adapter for as long as the host runs. A failure on Discord does not stop the host.</summary>
internal sealed class DiscordService : BackgroundService
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private readonly DiscordOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<DiscordService> log;
    private readonly IDiscordTransport transport;
    private readonly DiscordInbox inbox;

    public DiscordService(
        DiscordOptions options,
        DiscordTransport transport,
        INewsroom newsroom,
        DiscordState state,
        DiscordInbox inbox,
        FeedbackStore feedback,
        CitedPosts posts,
        TimeProvider time,
        ILogger<DiscordService> log,
        SharedSpending? spending = null
    )
    {
        this.options = options;
        this.time = time;
        this.log = log;
        this.inbox = inbox;
        this.transport = transport.Open(options, time, log);
        State = state;
        Posted = new DiscordPostedChannel(this.transport.Messenger, posts, time);
        Turns = new DiscordTurns(options, this.transport.Messenger, newsroom, state, inbox, feedback, Posted, time, log, spending);
        if (options.Mode != DiscordMode.Http)
            return;
        var key =
            ApplicationKey.TryRead(options.PublicKey)
            ?? throw new InvalidOperationException(
                "Discord:PublicKey is not an Ed25519 key: copy it from the application's General Information page."
            );
        Endpoint = new InteractionEndpoint(new SignedRequest(key, time), this.transport, Turns, time);
    }

    /// <summary>Gets the state kept across restarts.</summary>
    public DiscordState State { get; }

    /// <summary>Gets the channel for digests.</summary>
    public IDigestChannel DigestChannel => new DiscordDigestChannel(transport.Messenger, State, Posted);

    /// <summary>Gets the channel that takes posts back.</summary>
    public DiscordPostedChannel Posted { get; }

    /// <summary>Gets the handler of what people do.</summary>
    public DiscordTurns Turns { get; }

    /// <summary>Gets the endpoint for interactions over HTTP; null over the gateway.</summary>
    public InteractionEndpoint? Endpoint { get; }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Turns.StartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(StopWithin, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        await Turns.StopAsync(both.Token);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        Turns.Dispose();
        transport.Dispose();
        base.Dispose();
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host must not wait for Discord.
        await Task.Yield();
        await Task.WhenAll(RunAsync(stoppingToken), TakeUpAsync(stoppingToken));
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, transport.TokenRevoked);
        try
        {
            if (options.Mode == DiscordMode.Http)
                await ServeHttpAsync(running.Token);
            else
                await transport.RunGatewayAsync(Turns, running.Token);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            if (transport.TokenRevoked.IsCancellationRequested && !stoppingToken.IsCancellationRequested)
                Log.Stopped(log, "Discord no longer accepts the bot's token (401)", Log.TokenRemedy);
        }
#pragma warning disable CA1031 // The edge of the adapter: the host continues without Discord.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.TurnFailed(log, exception, "the adapter", "");
            Log.Stopped(log, "an unexpected failure", "Restart NewsBot.");
        }
    }

    /// <summary>Takes up what was left: at the start, and every second where other hosts may leave something.</summary>
    private async Task TakeUpAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(BetweenLooks, time);
        var isFailing = false;
        try
        {
            do
            {
                try
                {
                    await Turns.TakeUpAsync(stoppingToken);
                    isFailing = false;
                }
                catch (StoreException failure)
                {
                    // Once for each outage.
                    if (!isFailing)
                        Log.TakingUpFailed(log, failure.Message);
                    isFailing = true;
                }
            } while (inbox.IsShared && await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task ServeHttpAsync(CancellationToken cancellationToken)
    {
        if (options.Token is null)
            Log.NoToken(log);
        else if (await transport.FindApplicationAsync(cancellationToken) is { } application)
            Turns.OnReady(application, application);
        await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
    }
}
