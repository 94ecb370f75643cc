using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Discord;
using Discord.Rest;
using NewsBot.Discord.DiscordNet.Interactions;
using NewsBot.Discord.DiscordNet.Messages;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Client;

/// <summary>Sends with the library's REST client. Thread-safe.</summary>
/// <param name="client">The logged-in client, which is awaited.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="open">Interactions that are answered by an edit.</param>
internal sealed class DiscordNetMessenger(Func<Task<DiscordRestClient>> client, LibraryCalls calls, OpenInteractions open)
    : IDiscordMessenger
{
    private readonly KnownChannels channels = new();

    /// <inheritdoc />
    public async Task<DeliveryFailure?> RegisterCommandsAsync(
        Snowflake application,
        ulong? guild,
        IReadOnlyList<CommandDefinition> commands,
        CancellationToken cancellationToken
    )
    {
        // The library identifies the application itself.
        var (_, failure) = guild is { } only
            ? await calls.RunAsync(
                HttpMethod.Put,
                "/applications/{id}/guilds/{id}/commands",
                async options => await (await client()).BulkOverwriteGuildCommands(LibraryCommands.Of(commands), only, options),
                cancellationToken
            )
            : await calls.RunAsync(
                HttpMethod.Put,
                "/applications/{id}/commands",
                async options => await (await client()).BulkOverwriteGlobalCommands(LibraryCommands.Of(commands), options),
                cancellationToken
            );
        return failure;
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> EditOriginalAsync(
        Snowflake application,
        string token,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        if (open.Find(token) is not { } interaction)
            return (null, new DeliveryFailure(DeliveryFailureKind.Refused, 0, DeliveryFailure.UnknownWebhook, "the interaction is over"));
        var (answer, failure) = await calls.RunAsync(
            HttpMethod.Patch,
            "/webhooks/{id}/{token}/messages/@original",
            async options =>
            {
                await client();
                await interaction.ModifyOriginalResponseAsync(edited => LibraryMessages.Apply(message, edited), options);
            },
            cancellationToken
        );
        return Read(answer, failure, DiscordJson.Default.MessageJson);
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> PostAsync(
        Snowflake channel,
        OutgoingMessage message,
        CancellationToken cancellationToken
    )
    {
        if (message.Nonce is not { } nonce || message.EnforceNonce != true)
            throw new ArgumentException(
                "A message without an enforced nonce would be posted twice when a response is lost.",
                nameof(message)
            );
        if (channels.Find(channel) is not { } target)
        {
            if ((await FindAsync(channel, cancellationToken)).Failure is { } lost)
                return (null, lost);
            target = channels.Find(channel);
        }

        if (target is null)
            return (null, new DeliveryFailure(DeliveryFailureKind.Refused, 0, 0, "messages cannot be posted in this channel"));
        var reference = message.MessageReference is { } replied
            ? new MessageReference(replied.MessageId.Value, failIfNotExists: replied.FailIfNotExists)
            : null;
        var (answer, failure) = await calls.RunAsync(
            HttpMethod.Post,
            "/channels/{id}/messages",
            options =>
                target.SendMessageAsync(
                    message.Content,
                    embeds: LibraryMessages.Embeds(message),
                    components: LibraryMessages.Components(message),
                    allowedMentions: LibraryMessages.Nobody,
                    messageReference: reference,
                    options: options
                ),
            cancellationToken,
            nonce
        );
        return Read(answer, failure, DiscordJson.Default.MessageJson);
    }

    /// <inheritdoc />
    public async Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
        Snowflake channel,
        Snowflake message,
        OutgoingMessage edited,
        CancellationToken cancellationToken
    )
    {
        if (channels.Find(channel) is null && (await FindAsync(channel, cancellationToken)).Failure is { } lost)
            return (null, lost);
        if (channels.Find(channel) is not { } target)
            return (null, new DeliveryFailure(DeliveryFailureKind.Refused, 0, 0, "messages cannot be edited in this channel"));
        var (answer, failure) = await calls.RunAsync(
            HttpMethod.Patch,
            "/channels/{id}/messages/{id}",
            options => target.ModifyMessageAsync(message.Value, properties => LibraryMessages.Apply(edited, properties), options),
            cancellationToken
        );
        return Read(answer, failure, DiscordJson.Default.MessageJson);
    }

    /// <inheritdoc />
    public async Task<(ChannelJson? Channel, DeliveryFailure? Failure)> OpenDirectChannelAsync(
        Snowflake user,
        CancellationToken cancellationToken
    )
    {
        var (answer, failure) = await calls.RunAsync(
            HttpMethod.Post,
            "/users/@me/channels",
            async options =>
            {
                if (await (await client()).GetUserAsync(user.Value, options) is { } person)
                    channels.Add(await person.CreateDMChannelAsync(options));
            },
            cancellationToken
        );
        return Read(answer, failure, DiscordJson.Default.ChannelJson);
    }

    /// <inheritdoc />
    public Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindChannelAsync(
        Snowflake channel,
        CancellationToken cancellationToken
    ) => FindAsync(channel, cancellationToken);

    private async Task<(ChannelJson? Channel, DeliveryFailure? Failure)> FindAsync(Snowflake channel, CancellationToken cancellationToken)
    {
        var (answer, failure) = await calls.RunAsync(
            HttpMethod.Get,
            "/channels/{id}",
            async options =>
            {
                if (await (await client()).GetChannelAsync(channel.Value, options) is IMessageChannel found)
                    channels.Add(found);
            },
            cancellationToken
        );
        return Read(answer, failure, DiscordJson.Default.ChannelJson);
    }

    private static (T? Value, DeliveryFailure? Failure) Read<T>(byte[] answer, DeliveryFailure? failure, JsonTypeInfo<T> type)
        where T : class
    {
        if (failure is not null)
            return (null, failure);
        try
        {
            return (JsonSerializer.Deserialize(answer, type), null);
        }
        catch (JsonException)
        {
            // Discord accepted it; only its response is unreadable.
            return (null, null);
        }
    }
}
