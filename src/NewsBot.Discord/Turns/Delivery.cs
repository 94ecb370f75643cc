using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Delivers a reply to the person who asked: in place of the first answer while its token is valid, otherwise in the channel.
/// </summary>
internal sealed class Delivery(IDiscordMessenger messenger, MonotonicClock clock, ILogger log)
{
    /// <summary>
    /// Specifies how long a token is used: Discord keeps an interaction's token for 15 minutes; the rest is for the transfer.
    /// </summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);

    /// <summary>
    /// Specifies the wait before the next attempt: just after the first answer, Discord may not know yet what is to be edited.
    /// </summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Delivers.</summary>
    /// <param name="interaction">The interaction to answer.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="receivedAt">When the interaction came, by the clock.</param>
    /// <param name="isPrivate">Whether others may not see it.</param>
    /// <param name="hasToken">False: the first answer was rejected, so there is nothing to edit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The message, null when it could not be delivered, which is logged; and whether it replaces the first answer.</returns>
    public async Task<(MessageJson? Message, bool IsInPlace)> SendAsync(
        InteractionJson interaction,
        OutgoingMessage reply,
        TimeSpan receivedAt,
        bool isPrivate,
        bool hasToken,
        CancellationToken cancellationToken
    )
    {
        if (hasToken && clock.Now - receivedAt < TokenLife)
        {
            var (message, failure) = await TryEditAsync(interaction, reply, receivedAt, cancellationToken);
            if (failure is null)
                return (message, true);
            if (!failure.IsLostToken)
            {
                Log.NotDelivered(log, interaction.Id.ToString(), failure.Message);
                return (null, false);
            }
        }

        return (await PostAsync(interaction, reply, isPrivate, cancellationToken), false);
    }

    /// <summary>
    /// Delivers a reply in place of the first answer, or not at all; returns the message, null when it could not be delivered, which is
    /// logged.
    /// </summary>
    public async Task<MessageJson?> EditAsync(
        InteractionJson interaction,
        OutgoingMessage reply,
        TimeSpan receivedAt,
        CancellationToken cancellationToken
    )
    {
        var (message, failure) = await TryEditAsync(interaction, reply, receivedAt, cancellationToken);
        if (failure is not null)
            Log.NotDelivered(log, interaction.Id.ToString(), failure.Message);
        return message;
    }

    /// <summary>Adds buttons below a delivered reply. A failure is logged, and leaves the reply as it is.</summary>
    /// <param name="interaction">The answered interaction.</param>
    /// <param name="reply">The place of the reply; null: it replaced the first answer.</param>
    /// <param name="buttons">A message of buttons only.</param>
    /// <param name="receivedAt">When the interaction came, by the clock.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddButtonsAsync(
        InteractionJson interaction,
        (Snowflake Channel, Snowflake Message)? reply,
        OutgoingMessage buttons,
        TimeSpan receivedAt,
        CancellationToken cancellationToken
    )
    {
        if (reply is var (channel, message))
            await messenger.EditAsync(channel, message, buttons, cancellationToken);
        else if (clock.Now - receivedAt < TokenLife)
            await messenger.EditOriginalAsync(interaction.ApplicationId, interaction.Token, buttons, cancellationToken);
    }

    private async Task<(MessageJson? Message, DeliveryFailure? Failure)> TryEditAsync(
        InteractionJson interaction,
        OutgoingMessage reply,
        TimeSpan receivedAt,
        CancellationToken cancellationToken
    )
    {
        var result = await messenger.EditOriginalAsync(interaction.ApplicationId, interaction.Token, reply, cancellationToken);
        if (result.Failure is not { IsLostToken: true } || clock.Now - receivedAt > TimeSpan.FromMinutes(1))
            return result;
        await clock.DelayAsync(RetryAfter, cancellationToken);
        return await messenger.EditOriginalAsync(interaction.ApplicationId, interaction.Token, reply, cancellationToken);
    }

    private async Task<MessageJson?> PostAsync(
        InteractionJson interaction,
        OutgoingMessage reply,
        bool isPrivate,
        CancellationToken cancellationToken
    )
    {
        var failure = default(DeliveryFailure);
        var channel = interaction.ChannelId ?? interaction.Channel?.Id;
        // A private reply goes to that person, never into the channel.
        if (isPrivate && interaction.GuildId is not null && (interaction.Member?.User ?? interaction.User) is { } user)
        {
            (var direct, failure) = await messenger.OpenDirectChannelAsync(user.Id, cancellationToken);
            channel = direct?.Id;
        }

        if (channel is { } target)
        {
            // The interaction's id is the nonce: if the response to this request is lost, the message is still posted once.
            var post = reply with
            {
                Flags = null,
                Nonce = interaction.Id.ToString(),
                EnforceNonce = true,
            };
            (var message, failure) = await messenger.PostAsync(target, post, cancellationToken);
            if (failure is null)
                return message;
        }

        Log.NotDelivered(log, interaction.Id.ToString(), failure?.Message ?? "there is no channel");
        return null;
    }
}
