using System.Text;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Represents a message as stored: the SDK's client sends its JSON unchanged, so that exactly what was measured and stored arrives.
/// </summary>
[JsonConverter(typeof(AsStored))]
internal sealed class StoredActivity(ReadOnlyMemory<byte> json) : Activity
{
    private readonly ReadOnlyMemory<byte> _json = json;

    private sealed class AsStored : JsonConverter<StoredActivity>
    {
        public override bool CanRead => false;

        public override void WriteJson(JsonWriter writer, StoredActivity? value, JsonSerializer serializer) =>
            writer.WriteRawValue(Encoding.UTF8.GetString(value!._json.Span));

        public override StoredActivity ReadJson(
            JsonReader reader,
            Type objectType,
            StoredActivity? existingValue,
            bool hasExistingValue,
            JsonSerializer serializer
        ) => throw new NotSupportedException();
    }
}
