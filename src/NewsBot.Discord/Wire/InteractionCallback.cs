using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Wire;

/// <summary>Represents the first answer to an interaction, due within 3 seconds.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object</remarks>
[JsonConverter(typeof(Converter))]
internal sealed record InteractionCallback
{
    private InteractionCallback(int type) => Type = type;

    /// <summary>Gets the response to Discord's probe of the HTTP endpoint.</summary>
    public static InteractionCallback Pong { get; } = new(1);

    /// <summary>Gets the answer of a click whose message is edited later; until then nothing changes on the screen.</summary>
    public static InteractionCallback DeferUpdate { get; } = new(6);

    /// <summary>Gets the kind of answer.</summary>
    public int Type { get; }

    /// <summary>Gets the message, when there is one.</summary>
    public OutgoingMessage? Message { get; private init; }

    /// <summary>Gets the dialog to open, when there is one.</summary>
    public Modal? Modal { get; private init; }

    /// <summary>Gets the choices of a field with completion; at most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; private init; }

    /// <summary>Gets a value indicating whether anything follows this answer.</summary>
    public bool IsDeferral => Type is 5 or 6;

    /// <summary>Returns the answer that shows "thinking" until the message is edited.</summary>
    /// <param name="onlyForAsker">Whether only the person who asked sees it and the answer after it.</param>
    public static InteractionCallback Defer(bool onlyForAsker) =>
        new(5) { Message = onlyForAsker ? new OutgoingMessage { Flags = OutgoingMessage.Ephemeral } : null };

    /// <summary>Returns the whole answer, seen only by the person who asked.</summary>
    public static InteractionCallback Private(OutgoingMessage message) =>
        new(4) { Message = message with { Flags = OutgoingMessage.Ephemeral } };

    /// <summary>Returns the answer of a click that opens a dialog; nothing follows it.</summary>
    public static InteractionCallback Open(Modal modal) => new(9) { Modal = modal };

    /// <summary>Returns choices for a field with completion.</summary>
    public static InteractionCallback Complete(IReadOnlyList<CommandChoice> choices) => new(8) { Choices = choices };

    internal sealed class Converter : JsonConverter<InteractionCallback>
    {
        private const int Label = 18;
        private const int TextInput = 4;
        private const int Paragraph = 2;

        public override InteractionCallback Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("Callbacks are only written.");

        public override void Write(Utf8JsonWriter writer, InteractionCallback value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteNumber("type", value.Type);
            if (value.Message is { } message)
            {
                writer.WritePropertyName("data");
                JsonSerializer.Serialize(writer, message, DiscordJson.Default.OutgoingMessage);
            }
            else if (value.Modal is { } modal)
            {
                Write(writer, modal);
            }
            else if (value.Choices is { } choices)
            {
                writer.WriteStartObject("data");
                writer.WriteStartArray("choices");
                foreach (var choice in choices)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", choice.Name);
                    writer.WriteString("value", choice.Value);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        // https://discord.com/developers/docs/components/reference#label
        private static void Write(Utf8JsonWriter writer, Modal modal)
        {
            writer.WriteStartObject("data");
            writer.WriteString("custom_id", modal.CustomId);
            writer.WriteString("title", modal.Title);
            writer.WriteStartArray("components");
            writer.WriteStartObject();
            writer.WriteNumber("type", Label);
            writer.WriteString("label", modal.Label);
            writer.WriteStartObject("component");
            writer.WriteNumber("type", TextInput);
            writer.WriteString("custom_id", modal.Field);
            writer.WriteNumber("style", Paragraph);
            writer.WriteBoolean("required", false);
            writer.WriteNumber("max_length", modal.MaxLength);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    }
}
