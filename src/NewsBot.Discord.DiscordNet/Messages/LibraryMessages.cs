using Discord;
using NewsBot.Discord.Wire;
using LibraryEmbed = Discord.Embed;
using LibraryMentions = Discord.AllowedMentions;
using LibraryModal = Discord.Modal;

namespace NewsBot.Discord.DiscordNet.Messages;

/// <summary>Converts messages to the library's types.</summary>
internal static class LibraryMessages
{
    /// <summary>Gets the mentions allowed, none: words from articles must not ping.</summary>
    public static LibraryMentions Nobody => new(AllowedMentionTypes.None);

    /// <summary>Returns the embeds; empty when there are none.</summary>
    public static LibraryEmbed[] Embeds(OutgoingMessage message) => [.. message.Embeds?.Select(ToLibrary) ?? []];

    /// <summary>Returns the buttons; null: the message does not specify any.</summary>
    public static MessageComponent? Components(OutgoingMessage message)
    {
        if (message.Components is not { } rows)
            return null;
        var builder = new ComponentBuilder();
        foreach (var row in rows)
        {
            var buttons = new ActionRowBuilder();
            foreach (var button in row.Components)
                buttons.WithButton(new ButtonBuilder(button.Label, button.CustomId, (ButtonStyle)button.Style));
            builder.AddRow(buttons);
        }

        return builder.Build();
    }

    /// <summary>Returns a dialog.</summary>
    public static LibraryModal Modal(Wire.Modal modal) =>
        new ModalBuilder(modal.Title, modal.CustomId)
            .AddTextInput(modal.Label, modal.Field, TextInputStyle.Paragraph, maxLength: modal.MaxLength, required: false)
            .Build();

    /// <summary>Replaces a message by another.</summary>
    public static void Apply(OutgoingMessage message, MessageProperties edited)
    {
        if (message.Content is { } content)
            edited.Content = content;
        if (message.Embeds is not null)
            edited.Embeds = Embeds(message);
        if (Components(message) is { } components)
            edited.Components = components;
        edited.AllowedMentions = Nobody;
    }

    private static LibraryEmbed ToLibrary(Wire.Embed embed)
    {
        var builder = new EmbedBuilder { Title = embed.Title, Description = embed.Description };
        if (embed.Color is { } color)
            builder.Color = new Color((uint)color);
        if (embed.Footer is { } footer)
            builder.Footer = new EmbedFooterBuilder { Text = footer.Text };
        foreach (var field in embed.Fields ?? [])
            builder.AddField(field.Name, field.Value, field.Inline == true);
        return builder.Build();
    }
}
