using System.Text;
using System.Text.Json;
using Discord;
using Discord.Rest;
using NewsBot.Discord.DiscordNet.Messages;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.DiscordNet.HttpMode;

/// <summary>Provides first answers as the body of the response to an interaction's call.</summary>
internal static class HttpAnswers
{
    /// <summary>Returns the answer, written without the library.</summary>
    public static byte[] Own(InteractionCallback callback) =>
        JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.InteractionCallback);

    /// <summary>Returns the answer, written by the library.</summary>
    public static byte[] Write(RestInteraction interaction, InteractionCallback callback) =>
        Encoding.UTF8.GetBytes(Text(interaction, callback));

    private static string Text(RestInteraction interaction, InteractionCallback callback)
    {
        if (callback.Choices is { } choices)
            return ((RestAutocompleteInteraction)interaction).Respond(
                choices.Select(choice => new AutocompleteResult(choice.Name, choice.Value))
            );
        if (callback.Modal is { } modal)
            return interaction.RespondWithModal(LibraryMessages.Modal(modal));
        var onlyForAsker = callback.Message?.Flags == OutgoingMessage.Ephemeral;
        if (!callback.IsDeferral)
        {
            var message = callback.Message!;
            return interaction.Respond(
                message.Content,
                LibraryMessages.Embeds(message),
                ephemeral: onlyForAsker,
                allowedMentions: LibraryMessages.Nobody,
                components: LibraryMessages.Components(message)
            );
        }

        // On a button, and after a dialog that one opened, the library's plain deferral refers to the message with the button.
        if (interaction is RestModal entry)
            return entry.DeferLoading(onlyForAsker);
        return interaction is RestMessageComponent click && !ReferenceEquals(callback, InteractionCallback.DeferUpdate)
            ? click.DeferLoading(onlyForAsker)
            : interaction.Defer(onlyForAsker);
    }
}
