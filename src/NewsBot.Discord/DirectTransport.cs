using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Options;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord;

/// <summary>Carries the traffic with Discord's REST API and gateway without another library.</summary>
internal sealed class DirectTransport : IDiscordTransport
{
    private readonly DiscordOptions options;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly DiscordRest rest;
    private readonly DiscordApi api;

    public DirectTransport(DiscordOptions options, TimeProvider time, ILogger log)
    {
        this.options = options;
        this.time = time;
        this.log = log;
        rest = new DiscordRest(options, DiscordRest.NewHandler(), time, log);
        api = new DiscordApi(rest);
    }

    /// <inheritdoc />
    public IDiscordMessenger Messenger => api;

    /// <inheritdoc />
    public CancellationToken TokenRevoked => rest.TokenRevoked;

    /// <inheritdoc />
    public Task RunGatewayAsync(IDiscordEvents events, CancellationToken cancellationToken) =>
        new GatewayClient(options, api, new WebSocketConnector(), time, log).RunAsync(events, cancellationToken);

    /// <inheritdoc />
    public async Task<Snowflake?> FindApplicationAsync(CancellationToken cancellationToken) =>
        options.ApplicationId is { } known ? new Snowflake(known) : (await api.FindApplicationAsync(cancellationToken)).Application?.Id;

    /// <inheritdoc />
    public Task<ReceivedInteraction?> ReadAsync(IHeaderDictionary headers, byte[] body) =>
        Task.FromResult(
            InteractionJson.TryRead(body) is { } interaction
                ? new ReceivedInteraction(
                    interaction,
                    callback => JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.InteractionCallback)
                )
                : null
        );

    /// <inheritdoc />
    public void Dispose() => rest.Dispose();
}
