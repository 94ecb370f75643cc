using Discord;
using Discord.Rest;
using Discord.WebSocket;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.DiscordNet.Client;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Options;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Gateway;

/// <summary>Connects to Discord with the library's sharded socket client.</summary>
internal sealed class GatewayTransport : IDiscordTransport
{
    private static readonly TimeSpan BeforeAnotherStart = TimeSpan.FromSeconds(5);

    private readonly DiscordOptions options;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly LibraryAccess library;
    private volatile TaskCompletionSource<DiscordRestClient> connected = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public GatewayTransport(DiscordOptions options, TimeProvider time, ILogger log)
    {
        this.options = options;
        this.time = time;
        this.log = log;
        library = new LibraryAccess(options, time, log);
        Messenger = library.MessengerOver(() => connected.Task);
    }

    /// <inheritdoc />
    public IDiscordMessenger Messenger { get; }

    /// <inheritdoc />
    public CancellationToken TokenRevoked => library.Requests.TokenRevoked;

    /// <inheritdoc />
    public async Task RunGatewayAsync(IDiscordEvents events, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await RunClientAsync(events, cancellationToken) is not { } end)
                return;
            if (end.Next == NextStep.Stop)
            {
                Log.Stopped(log, end.Reason, end.Remedy);
                return;
            }

            Log.GatewayNotFound(log, end.Reason, BeforeAnotherStart.TotalSeconds);
            await library.Clock.DelayAsync(BeforeAnotherStart, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task<Snowflake?> FindApplicationAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException("The gateway names the application.");

    /// <inheritdoc />
    public Task<ReceivedInteraction?> ReadAsync(IHeaderDictionary headers, byte[] body) =>
        throw new NotSupportedException("Interactions come over the gateway.");

    /// <inheritdoc />
    public void Dispose() => library.Dispose();

    /// <summary>Runs the library until cancelled, or until it gives up.</summary>
    /// <returns>The reason; null: it is logged already, and nothing can follow.</returns>
    private async Task<ConnectionEnd?> RunClientAsync(IDiscordEvents events, CancellationToken cancellationToken)
    {
        var handler = new GatewayEvents(options, events, library.Calls, library.Open, log);
        var connector = new WebSocketConnector();
        await using var client = new DiscordShardedClient(
            LibrarySettings.ForGateway(library.Requests, () => new GatewaySocket(options, connector, handler, time))
        );
        var end = new TaskCompletionSource<ConnectionEnd>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.InteractionCreated += handler.OnInteractionAsync;
        client.ShardConnected += shard =>
        {
            connected.TrySetResult(shard.Rest);
            Log.Connected(log, shard.ShardId, client.Shards.Count);
            return Task.CompletedTask;
        };
        client.ShardDisconnected += (exception, shard) =>
        {
            if (cancellationToken.IsCancellationRequested)
                return Task.CompletedTask;
            if (LibraryEnd.Of(exception) is { } final)
                end.TrySetResult(final);
            else
                Log.Disconnected(log, shard.ShardId, LibraryEnd.Reason(exception), "Discord.Net reconnects", 1);
            return Task.CompletedTask;
        };
        try
        {
            if (!await LogInAsync(client, cancellationToken))
                return null;
            await client.StartAsync();
            return await end.Task.WaitAsync(cancellationToken);
        }
        finally
        {
            connected = new TaskCompletionSource<DiscordRestClient>(TaskCreationOptions.RunContinuationsAsynchronously);
            await client.StopAsync();
            await client.LogoutAsync();
        }
    }

    private async Task<bool> LogInAsync(DiscordShardedClient client, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (_, failure) = await library.Calls.RunAsync(
                HttpMethod.Get,
                "/gateway/bot",
                _ => client.LoginAsync(TokenType.Bot, options.Token, validateToken: false),
                cancellationToken
            );
            if (client.LoginState == LoginState.LoggedIn)
                return true;
            if (failure?.Kind == DeliveryFailureKind.TokenRevoked)
            {
                Log.Stopped(log, "Discord does not accept the bot's token (401)", Log.TokenRemedy);
                return false;
            }

            var pause = StartBackoff.After(attempt);
            Log.GatewayNotFound(log, failure?.Message ?? "its address cannot be read", pause.TotalSeconds);
            await library.Clock.DelayAsync(pause, cancellationToken);
        }
    }
}
