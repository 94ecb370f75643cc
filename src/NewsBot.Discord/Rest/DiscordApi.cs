using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Rest;

/// <summary>Makes NewsBot's calls to Discord's REST API. Thread-safe.</summary>
internal sealed class DiscordApi(DiscordRest rest) : IDiscordMessenger
{
    /// <summary>Specifies the time to acknowledge an interaction, within Discord's 3 seconds.</summary>
    private static readonly TimeSpan AcknowledgeWithin = TimeSpan.FromSeconds(2.8);

    /// <summary>Returns the address of the gateway and the number of shards that it recommends.</summary>
    public async Task<(GatewayBotJson? Gateway, DeliveryFailure? Failure)> FindGatewayAsync(CancellationToken cancellationToken) =>
        Read(await rest.SendAsync(Get("/gateway/bot", "/gateway/bot"), cancellationToken), DiscordJson.Default.GatewayBotJson);

    /// <summary>Returns the application that the bot's token belongs to.</summary>
    public async Task<(ApplicationJson? Application, DeliveryFailure? Failure)> FindApplicationAsync(CancellationToken cancellationToken) =>
        Read(await rest.SendAsync(Get("/applications/@me", "/applications/@me"), cancellationToken), DiscordJson.Default.ApplicationJson);

    /// <inheritdoc />
    public async Task<DeliveryFailure?> RegisterCommandsAsync(
        Snowflake application,
        ulong? guild,
        IReadOnlyList<CommandDefinition> commands,
        CancellationToken cancellationToken
    )
    {
        var request = new RestRequest
        {
            Method = HttpMethod.Put,
            Route = guild is null ? "/applications/{id}/commands" : "/applications/{id}/guilds/{id}/commands",
            Path = guild is null ? $"/applications/{application}/commands" : $"/applications/{application}/guilds/{guild}/commands",
            Major = guild?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
            Body = JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListCommandDefinition),
        };
        return (await rest.SendAsync(request, cancellationToken)).Failure;
    }

    /// <summary>Sends the first answer to an interaction.</summary>
    public async Task<DeliveryFailure?> AcknowledgeAsync(
        Snowflake interaction,
        string token,
        InteractionCallback callback,
        CancellationToken cancellationToken
    )
    {
        var request = new RestRequest
        {
            Method = HttpMethod.Post,
            Route = "/interactions/{id}/{token}/callback",
            Path = $"/interactions/{interaction}/{Uri.EscapeDataString(token)}/callback",
            Major = interaction.ToString(),
            Body = JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.InteractionCallback),
            AsBot = false,
            IsExemptFromGlobalLimit = true,
            Deadline = AcknowledgeWithin,
        };
        return (await rest.SendAsync(request, cancellationToken)).Failure;
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> EditOriginalAsync(
        Snowflake application,
        string token,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        var request = new RestRequest
        {
            Method = HttpMethod.Patch,
            Route = "/webhooks/{id}/{token}/messages/@original",
            Path = $"/webhooks/{application}/{Uri.EscapeDataString(token)}/messages/@original",
            Major = token,
            Body = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.OutgoingMessage),
            AsBot = false,
            IsExemptFromGlobalLimit = true,
        };
        return ReadMessage(await rest.SendAsync(request, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> PostAsync(
        Snowflake channel,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        if (message.Nonce is null || message.EnforceNonce != true)
            throw new ArgumentException(
                "A message without an enforced nonce would be posted twice when a response is lost.",
                nameof(message)
            );
        var request = new RestRequest
        {
            Method = HttpMethod.Post,
            Route = "/channels/{id}/messages",
            Path = $"/channels/{channel}/messages",
            Major = channel.ToString(),
            Body = JsonSerializer.SerializeToUtf8Bytes(message, DiscordJson.Default.OutgoingMessage),
        };
        return ReadMessage(await rest.SendAsync(request, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage edited,
        CancellationToken cancellationToken
    )
    {
        var request = new RestRequest
        {
            Method = HttpMethod.Patch,
            Route = "/channels/{id}/messages/{id}",
            Path = $"/channels/{channel}/messages/{message}",
            Major = channel.ToString(),
            Body = JsonSerializer.SerializeToUtf8Bytes(edited, DiscordJson.Default.OutgoingMessage),
        };
        return ReadMessage(await rest.SendAsync(request, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<(ChannelJson? Channel, DeliveryFailure? Failure)> OpenDirectChannelAsync(
        Snowflake user,
        CancellationToken cancellationToken
    )
    {
        var request = new RestRequest
        {
            Method = HttpMethod.Post,
            Route = "/users/@me/channels",
            Path = "/users/@me/channels",
            Body = JsonSerializer.SerializeToUtf8Bytes(new OpenDirectChannelJson(user), DiscordJson.Default.OpenDirectChannelJson),
        };
        return Read(await rest.SendAsync(request, cancellationToken), DiscordJson.Default.ChannelJson);
    }

    /// <inheritdoc />
    public async Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindChannelAsync(
        Snowflake channel,
        CancellationToken cancellationToken
    ) =>
        Read(
            await rest.SendAsync(Get("/channels/{id}", $"/channels/{channel}") with { Major = channel.ToString() }, cancellationToken),
            DiscordJson.Default.ChannelJson
        );

    /// <summary>
    /// Returns the message. One that Discord accepted counts as sent even if the response is unreadable: sending it again would show it
    /// twice.
    /// </summary>
    private static (MessageJson? Message, DeliveryFailure? Failure) ReadMessage(RestResult result) =>
        result.Failure is { } failure ? (null, failure) : (Read(result, DiscordJson.Default.MessageJson).Value, null);

    private static RestRequest Get(string route, string path) =>
        new()
        {
            Method = HttpMethod.Get,
            Route = route,
            Path = path,
        };

    private static (T? Value, DeliveryFailure? Failure) Read<T>(RestResult result, JsonTypeInfo<T> type)
        where T : class
    {
        if (result.Failure is not null)
            return (null, result.Failure);
        try
        {
            return (JsonSerializer.Deserialize(result.Body, type), null);
        }
        catch (JsonException exception)
        {
            return (
                null,
                new DeliveryFailure(DeliveryFailureKind.Unreachable, 200, 0, $"the response cannot be read: {exception.Message}")
            );
        }
    }
}
