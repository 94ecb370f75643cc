using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Webhooks;

namespace NewsBot.Tests.Webhooks;

/// <summary>A post as its receiver got it.</summary>
internal sealed record ReceivedPost(string Id, string Timestamp, string Signature, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public DateTimeOffset At => DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));

    public string Type => Json.GetProperty("type").GetString()!;

    public JsonElement Data => Json.GetProperty("data");

    public string[] Headlines =>
        [
            .. Data.GetProperty("stories")
                .EnumerateArray()
                .SelectMany(story => story.GetProperty("articles").EnumerateArray())
                .Select(article => article.GetProperty("headline").GetString()!),
        ];

    private JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public bool IsSignedWith(string secret) =>
        Signature == WebhookSignature.Of(Id, Timestamp, Body, Convert.FromBase64String(secret["whsec_".Length..]));
}
