using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NewsBot.Newsroom.Subscriptions;

/// <summary>Provides the JSON forms of what is stored with a subscription.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(DigestCursor))]
[JsonSerializable(typeof(DigestAttempt))]
[JsonSerializable(typeof(IReadOnlyList<ShownStory>))]
internal sealed partial class SubscriptionJson : JsonSerializerContext
{
    /// <summary>Reads a stored text; returns null for none and for a damaged one.</summary>
    public static T? Read<T>(string? stored, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return stored is null ? null : JsonSerializer.Deserialize(stored, type);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
