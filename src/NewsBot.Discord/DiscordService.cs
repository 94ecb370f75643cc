using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.HttpMode;
using NewsBot.Discord.Options;
using NewsBot.Discord.State;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Turns;
using NewsBot.Newsroom;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Newsroom.Withdrawals;

namespace NewsBot.Discord;

/// <summary>Runs the adapter as long as the host runs. Nothing that goes wrong on Discord stops the host.</summary>
internal sealed class DiscordService : BackgroundService
{
    private static readonly TimeSpan RepliesAreKeptFor = TimeSpan.FromDays(30);
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    private readonly DiscordOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<DiscordService> log;
    private readonly IDiscordTransport transport;

    public DiscordService(
        DiscordOptions options,
        DiscordTransport transport,
        INewsroom newsroom,
        DiscordState state,
        CitedPosts posts,
        TimeProvider time,
        ILogger<DiscordService> log
    )
    {
        this.options = options;
        this.time = time;
        this.log = log;
        this.transport = transport.Open(options, time, log);
        State = state;
        Posted = new DiscordPostedChannel(this.transport.Messenger, posts, time);
        Turns = new DiscordTurns(options, this.transport.Messenger, newsroom, state, Posted, time, log);
        if (options.Mode != DiscordMode.Http)
            return;
        var key =
            ApplicationKey.TryRead(options.PublicKey)
            ?? throw new InvalidOperationException(
                "Discord:PublicKey is not an Ed25519 key: copy it from the application's General Information page."
            );
        Endpoint = new InteractionEndpoint(new SignedRequest(key, time), this.transport, Turns, time);
    }

    /// <summary>Gets what is remembered across restarts.</summary>
    public DiscordState State { get; }

    /// <summary>Gets where digests are posted.</summary>
    public IDigestChannel DigestChannel => new DiscordDigestChannel(transport.Messenger, State, Posted);

    /// <summary>Gets what takes posts back.</summary>
    public DiscordPostedChannel Posted { get; }

    /// <summary>Gets where what people do arrives.</summary>
    public DiscordTurns Turns { get; }

    /// <summary>Gets where interactions come in by HTTP; null over the gateway.</summary>
    public InteractionEndpoint? Endpoint { get; }

    /// <inheritdoc />
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Turns.StartAsync(cancellationToken);
        await State.ForgetAsync(RepliesAreKeptFor, cancellationToken);
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
        // The host must not wait for Discord to come up.
        await Task.Yield();
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
                Log.Stopped(log, "Discord does not accept the bot's token any more (401)", Log.TokenRemedy);
        }
#pragma warning disable CA1031 // The border of the adapter: the host goes on without Discord.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.TurnFailed(log, exception, "the adapter", "");
            Log.Stopped(log, "it failed in a way that it does not know", "Restart NewsBot.");
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
