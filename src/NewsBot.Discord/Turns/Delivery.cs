using Microsoft.Extensions.Logging;
using NewsBot.Discord.Diagnostics;
using NewsBot.Discord.Timing;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.Turns;

/// <summary>
/// Brings a reply to the person who asked: into the place of the first answer while its token lives, else into the channel.
/// </summary>
internal sealed class Delivery(IDiscordMessenger messenger, MonotonicClock clock, ILogger log)
{
    /// <summary>Discord keeps an interaction's token for 15 minutes; the rest is for the way.</summary>
    public static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(14.5);

    /// <summary>Just after the first answer Discord may not know yet what is to be edited.</summary>
    private static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(1);

    /// <summary>Delivers.</summary>
    /// <param name="interaction">What is answered.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="receivedAt">When the interaction came, by the clock.</param>
    /// <param name="isPrivate">Whether others may not see it.</param>
    /// <param name="hasToken">False: the first answer was refused, so that there is nothing to edit.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The message, null when it could not be delivered, which is in the log then; and whether it stands in the place of the first answer.
    /// </returns>
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
            var (message, failure) = await EditAsync(interaction, reply, receivedAt, cancellationToken);
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

    /// <summary>Puts buttons below a reply that was delivered. A failure is in the log, and leaves the reply as it is.</summary>
    /// <param name="interaction">What was answered.</param>
    /// <param name="reply">Where the reply was posted; null: it stands in the place of the first answer.</param>
    /// <param name="buttons">A message of buttons alone.</param>
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

    private async Task<(MessageJson? Message, DeliveryFailure? Failure)> EditAsync(
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
        // What only one person was to see goes to that person, never into the channel.
        if (isPrivate && interaction.GuildId is not null && (interaction.Member?.User ?? interaction.User) is { } user)
        {
            (var direct, failure) = await messenger.OpenDirectChannelAsync(user.Id, cancellationToken);
            channel = direct?.Id;
        }

        if (channel is { } target)
        {
            // The interaction's id as nonce: should the answer to this request be lost, the message is still posted once.
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
