using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsBot.Discord.Wire;

/// <summary>Represents one of Discord's ids; on the wire a string of digits.</summary>
/// <remarks>https://discord.com/developers/docs/reference#snowflakes</remarks>
/// <param name="Value">Never 0 for a real id.</param>
[JsonConverter(typeof(Converter))]
internal readonly record struct Snowflake(ulong Value)
{
    /// <summary>Reads digits; false for anything else.</summary>
    public static bool TryParse(string? text, out Snowflake id)
    {
        var valid = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new Snowflake(value);
        return valid;
    }

    /// <summary>Returns the digits.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    internal sealed class Converter : JsonConverter<Snowflake>
    {
        public override Snowflake Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var number))
                return new Snowflake(number);
            return TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var id)
                ? id
                : throw new JsonException("An id is not a number.");
        }

        public override void Write(Utf8JsonWriter writer, Snowflake value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
