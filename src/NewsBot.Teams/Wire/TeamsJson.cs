using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using NewsBot.Archive.Parsing.Json;

namespace NewsBot.Teams.Wire;

/// <summary>
/// Specifies how activities are written and read: camel case, without nulls. A duplicate property, in whatever case, is an error, because
/// such a text can be read in two ways.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    MaxDepth = 32
)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(CardActionResponse))]
[JsonSerializable(typeof(TaskModuleResponse))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(JsonArray))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>Returns the activity as the bytes that go over the wire.</summary>
    public static byte[] Bytes(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Unescaped.Json.Activity);

    /// <summary>Reads an activity; <see cref="JsonException"/> when it is not one.</summary>
    public static Activity? Read(ReadOnlySpan<byte> json) =>
        JsonCharacters.AreWhole(json)
            ? JsonSerializer.Deserialize(json, Default.Activity)
            : throw new JsonException("The text contains bytes that are not UTF-8, or half a character.");

    /// <summary>Writes letters of every script as they are: escaped, a Russian message would have six times its size.</summary>
    private static class Unescaped
    {
        public static readonly TeamsJson Json = new(
            new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
        );
    }
}
