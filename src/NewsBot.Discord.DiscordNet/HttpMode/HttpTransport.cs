using Discord;
using Discord.Rest;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.DiscordNet.Client;
using NewsBot.Discord.Gateway;
using NewsBot.Discord.Options;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.HttpMode;

/// <summary>Connects to Discord with signed calls and the library's REST client.</summary>
internal sealed class HttpTransport : IDiscordTransport
{
    private const int Ping = 1;

    private readonly DiscordOptions options;
    private readonly ILogger log;
    private readonly LibraryAccess library;
    private readonly DiscordRestClient client;
    private readonly TaskCompletionSource<DiscordRestClient> loggedIn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public HttpTransport(DiscordOptions options, TimeProvider time, ILogger log)
    {
        this.options = options;
        this.log = log;
        library = new LibraryAccess(options, time, log);
        client = new DiscordRestClient(LibrarySettings.ForHttp(library.Requests));
        Messenger = library.MessengerOver(() => loggedIn.Task);
    }

    /// <inheritdoc />
    public IDiscordMessenger Messenger { get; }

    /// <inheritdoc />
    public CancellationToken TokenRevoked => library.Requests.TokenRevoked;

    /// <inheritdoc />
    public Task RunGatewayAsync(IDiscordEvents events, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Interactions come by HTTP.");

    /// <inheritdoc />
    public async Task<Snowflake?> FindApplicationAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var (_, failure) = await library.Calls.RunAsync(
                HttpMethod.Get,
                "/users/@me",
                _ => client.LoginAsync(TokenType.Bot, options.Token, validateToken: false),
                cancellationToken
            );
            if (client.LoginState == LoginState.LoggedIn)
            {
                // Known since the login: no request is needed.
                var application = await client.GetApplicationInfoAsync();
                loggedIn.TrySetResult(client);
                return new Snowflake(application.Id);
            }

            if (failure?.Kind == DeliveryFailureKind.TokenRevoked)
                return null;
            var pause = StartBackoff.After(attempt);
            await library.Clock.DelayAsync(pause, cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task<ReceivedInteraction?> ReadAsync(IHeaderDictionary headers, byte[] body)
    {
        if (InteractionJson.TryRead(body) is not { } interaction)
            return null;
        // Discord's probes contain less than the library expects.
        if (interaction.Type == Ping)
            return new ReceivedInteraction(interaction, callback => HttpAnswers.Own(callback));
        try
        {
            var read = await client.ParseHttpInteractionAsync(
                options.PublicKey,
                headers["X-Signature-Ed25519"].ToString(),
                headers["X-Signature-Timestamp"].ToString(),
                body
            );
            return read is null
                ? null
                : new ReceivedInteraction(
                    interaction,
                    callback =>
                    {
                        if (callback.IsDeferral)
                            library.Open.Add(read);
                        return HttpAnswers.Write(read, callback);
                    }
                );
        }
#pragma warning disable CA1031 // The library may throw anything on input that it cannot read.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.Unreadable(log, $"Discord.Net does not understand an interaction ({exception.GetType().Name})");
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        client.Dispose();
        library.Dispose();
    }
}
