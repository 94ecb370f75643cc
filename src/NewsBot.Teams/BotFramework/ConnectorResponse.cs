using System.Net;
using System.Text.Json;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tokens;

namespace NewsBot.Teams.BotFramework;

/// <summary>Reads what a response of the connector, or the lack of one, means for the post.</summary>
internal static class ConnectorResponse
{
    private const int MaxReasonChars = 300;

    /// <summary>The token goes nowhere else, even if the list was made shorter since the message came in.</summary>
    public static readonly DeliveryResult NotAllowed = new(
        DeliveryFate.Refused,
        null,
        "the service URL is not on the list of allowed hosts"
    );

    public static readonly DeliveryResult Late = new(DeliveryFate.Unknown, null, "no answer in time");

    public static DeliveryResult NoToken(ConnectorTokenException exception) =>
        new(DeliveryFate.NotDelivered, null, $"no token: {exception.Message}");

    /// <summary>There was no response.</summary>
    public static DeliveryResult None(HttpRequestException exception)
    {
        var neverSent =
            exception.HttpRequestError
            is HttpRequestError.ConnectionError
                or HttpRequestError.NameResolutionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;
        return new(neverSent ? DeliveryFate.NotDelivered : DeliveryFate.Unknown, null, exception.Message);
    }

    /// <summary>There was one.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="phrase">The status in words.</param>
    /// <param name="retryAfter">The wait that it asks for.</param>
    /// <param name="content">Its body.</param>
    /// <param name="conversation">What the message was posted into; null: it was to begin a conversation.</param>
    public static DeliveryResult Read(HttpStatusCode status, string? phrase, TimeSpan? retryAfter, byte[] content, string? conversation)
    {
        using var json = Parse(content);
        var id = Text(json?.RootElement, "id");
        if ((int)status is >= 200 and < 300)
            return DeliveryResult.Delivered(id);
        var reason = $"{(int)status} {phrase}: {ErrorCode(json)}".TrimEnd(' ', ':');
        return status switch
        {
            HttpStatusCode.Unauthorized => new(DeliveryFate.NotDelivered, null, reason, TokenRefused: true),
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable => new(
                DeliveryFate.NotDelivered,
                null,
                reason,
                retryAfter
            ),
            HttpStatusCode.BadGateway
            or HttpStatusCode.GatewayTimeout
            or HttpStatusCode.InternalServerError
            or HttpStatusCode.RequestTimeout => new(DeliveryFate.Unknown, null, reason, retryAfter)
            {
                Seen = AddressOf(id, Text(json?.RootElement, "activityId"), conversation),
            },
            _ => new(DeliveryFate.Refused, null, reason)
            {
                IsNotThere = status is HttpStatusCode.NotFound or HttpStatusCode.Gone,
                IsTooLarge = status is HttpStatusCode.RequestEntityTooLarge,
            },
        };
    }

    /// <summary>A message lies in the conversation that it was posted into; one that began a conversation names both.</summary>
    private static MessageAddress? AddressOf(string? id, string? first, string? conversation) =>
        (conversation, id) switch
        {
            ({ } into, { Length: > 0 }) => new MessageAddress(into, id),
            (null, { Length: > 0 }) when first is { Length: > 0 } => new MessageAddress(id, first),
            _ => null,
        };

    /// <summary>Null when it is not JSON: gateways answer in HTML, and the status says enough.</summary>
    private static JsonDocument? Parse(byte[] content)
    {
        try
        {
            return content.Length == 0 ? null : JsonDocument.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The connector's <c>error.code</c> and message, without controls and not long: it goes to log and dead letters.</summary>
    private static string ErrorCode(JsonDocument? json) =>
        Member(json?.RootElement, "error") is { ValueKind: JsonValueKind.Object } error
            ? WordCut.At(SafeText.Plain($"{Text(error, "code")} {Text(error, "message")}"), MaxReasonChars)
            : "";

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) ? value : null;
}
