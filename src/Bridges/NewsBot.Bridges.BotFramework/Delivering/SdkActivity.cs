using System.Text;
using System.Text.Json.Serialization.Metadata;
using Newtonsoft.Json;

namespace NewsBot.Bridges.BotFramework.Delivering;

/// <summary>The adapter's messages as the SDK's objects: by way of the JSON that both stand for.</summary>
internal static class SdkActivity
{
    /// <summary>A text that looks like a date stays as it is written.</summary>
    private static readonly JsonSerializerSettings AsWritten = new() { DateParseHandling = DateParseHandling.None, MaxDepth = 64 };

    public static TSdk Of<TOwn, TSdk>(TOwn own, JsonTypeInfo<TOwn> type) =>
        JsonConvert.DeserializeObject<TSdk>(Encoding.UTF8.GetString(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(own, type)), AsWritten)!;
}
