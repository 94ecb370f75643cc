using System.Net;
using System.Text.Json;
using NewsBot.Archive.Parsing.Json;
using NewsBot.Newsroom.Layout;
using NewsBot.Newsroom.Subscriptions;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tokens;

namespace NewsBot.Teams.BotFramework;

/// <summary>Determines what a response of the connector, or the lack of one, means for the post.</summary>
internal static class ConnectorResponse
{
    private const int MaxReasonChars = 300;

    /// <summary>
    /// Represents a service URL that is not allowed: the token goes nowhere else, even if the list became shorter after the message
    /// arrived.
    /// </summary>
    public static readonly DeliveryResult NotAllowed = new(
        DeliveryFate.Refused,
        null,
        "the service URL is not on the list of allowed hosts"
    );

    public static readonly DeliveryResult Late = new(DeliveryFate.Unknown, null, "no answer in time");

    public static DeliveryResult NoToken(ConnectorTokenException exception) =>
        new(DeliveryFate.NotDelivered, null, $"no token: {exception.Message}");

    /// <summary>Returns the result for a request without a response.</summary>
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

    /// <summary>Returns the result for a response.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="phrase">The status in words.</param>
    /// <param name="retryAfter">The wait that it requests.</param>
    /// <param name="content">Its body.</param>
    /// <param name="conversation">The conversation that the message was posted into; null: it was to start one.</param>
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

    /// <summary>
    /// Returns the place of a message: the conversation that it was posted into; the response to a message that started one names both.
    /// </summary>
    private static MessageAddress? AddressOf(string? id, string? first, string? conversation) =>
        (conversation, id) switch
        {
            ({ } into, { Length: > 0 }) => new MessageAddress(into, id),
            (null, { Length: > 0 }) when first is { Length: > 0 } => new MessageAddress(id, first),
            _ => null,
        };

    /// <summary>Returns the JSON, or null when it is none: gateways respond in HTML, and the status is enough.</summary>
    private static JsonDocument? Parse(byte[] content)
    {
        try
        {
            return content.Length == 0 ? null : JsonCharacters.Parse(content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Returns the connector's <c>error.code</c> and message, shortened and without control characters, for the log and dead letters.
    /// </summary>
    private static string ErrorCode(JsonDocument? json) =>
        Member(json?.RootElement, "error") is { ValueKind: JsonValueKind.Object } error
            ? WordCut.At(SafeText.Plain($"{Text(error, "code")} {Text(error, "message")}"), MaxReasonChars)
            : "";

    private static string? Text(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(name, out var value) ? value : null;
}
