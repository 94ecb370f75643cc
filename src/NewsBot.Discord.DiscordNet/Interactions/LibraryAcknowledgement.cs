using Discord;
using Discord.WebSocket;
using NewsBot.Discord.DiscordNet.Messages;
using NewsBot.Discord.DiscordNet.Rest;
using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.Interactions;

/// <summary>Acknowledges an interaction of the gateway with a request of the library.</summary>
internal sealed class LibraryAcknowledgement(IDiscordInteraction interaction, LibraryCalls calls, OpenInteractions open) : IAcknowledgement
{
    /// <summary>Specifies the time to acknowledge an interaction, within Discord's 3 seconds.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(2.8);

    /// <inheritdoc />
    public async Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken)
    {
        if (callback.IsDeferral)
            open.Add(interaction);
        var (_, failure) = await calls.RunAsync(
            HttpMethod.Post,
            "/interactions/{id}/{token}/callback",
            options => SendAsync(callback, options),
            cancellationToken,
            deadline: Within
        );
        return failure;
    }

    private Task SendAsync(InteractionCallback callback, RequestOptions options)
    {
        if (callback.Choices is { } choices)
            return ((IAutocompleteInteraction)interaction).RespondAsync(
                choices.Select(choice => new AutocompleteResult(choice.Name, choice.Value)),
                options
            );
        if (callback.Modal is { } modal)
            return interaction.RespondWithModalAsync(LibraryMessages.Modal(modal), options);
        var onlyForAsker = callback.Message?.Flags == OutgoingMessage.Ephemeral;
        if (!callback.IsDeferral)
        {
            var message = callback.Message!;
            return interaction.RespondAsync(
                message.Content,
                LibraryMessages.Embeds(message),
                ephemeral: onlyForAsker,
                allowedMentions: LibraryMessages.Nobody,
                components: LibraryMessages.Components(message),
                options: options
            );
        }

        // On a button, and after a dialog that one opened, the library's plain deferral refers to the message with the button.
        if (interaction is SocketModal entry)
            return entry.DeferLoadingAsync(onlyForAsker, options);
        return interaction is IComponentInteraction click && !ReferenceEquals(callback, InteractionCallback.DeferUpdate)
            ? click.DeferLoadingAsync(onlyForAsker, options)
            : interaction.DeferAsync(onlyForAsker, options);
    }
}
