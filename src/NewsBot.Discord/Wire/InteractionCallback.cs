using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Wire;

/// <summary>The first answer to an interaction; it is due within 3 seconds.</summary>
/// <remarks>https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object</remarks>
[JsonConverter(typeof(Converter))]
internal sealed record InteractionCallback
{
    private InteractionCallback(int type) => Type = type;

    /// <summary>Answer to Discord's probe of the HTTP endpoint.</summary>
    public static InteractionCallback Pong { get; } = new(1);

    /// <summary>The message will be edited later; until then nothing changes on the screen.</summary>
    public static InteractionCallback DeferUpdate { get; } = new(6);

    /// <summary>Which kind of answer.</summary>
    public int Type { get; }

    /// <summary>The message, when there is one.</summary>
    public OutgoingMessage? Message { get; private init; }

    /// <summary>Choices of a field that completes, when it asked for them; at most 25.</summary>
    public IReadOnlyList<CommandChoice>? Choices { get; private init; }

    /// <summary>Whether anything comes after this answer.</summary>
    public bool IsDeferral => Type is 5 or 6;

    /// <summary>Shows "thinking" until the message is edited.</summary>
    /// <param name="onlyForAsker">Whether only the person who asked sees it, and the answer after it.</param>
    public static InteractionCallback Defer(bool onlyForAsker) =>
        new(5) { Message = onlyForAsker ? new OutgoingMessage { Flags = OutgoingMessage.Ephemeral } : null };

    /// <summary>The whole answer, seen only by the person who asked.</summary>
    public static InteractionCallback Private(OutgoingMessage message) =>
        new(4) { Message = message with { Flags = OutgoingMessage.Ephemeral } };

    /// <summary>Choices for a field that completes.</summary>
    public static InteractionCallback Complete(IReadOnlyList<CommandChoice> choices) => new(8) { Choices = choices };

    internal sealed class Converter : JsonConverter<InteractionCallback>
    {
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
    }
}
