using System.Net;
using System.Text.Json;
using NewsBot.Teams.Keeping;
using NewsBot.Teams.Rendering;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivering;

/// <summary>What a response of the connector, or the lack of one, means for the post.</summary>
internal static class ConnectorResponse
{
    private const int MaxReasonChars = 300;

    /// <summary>The token goes nowhere else, even if the list was made shorter since the message came in.</summary>
    public static readonly DeliveryResult NotAllowed = new(DeliveryFate.Refused, null, "the service URL is not on the list of allowed hosts");

    public static readonly DeliveryResult Late = new(DeliveryFate.Unknown, null, "no answer in time");

    public static DeliveryResult NoToken(ConnectorTokenException exception) => new(DeliveryFate.NotTaken, null, $"no token: {exception.Message}");

    /// <summary>There was no response.</summary>
    public static DeliveryResult None(HttpRequestException exception)
    {
        var neverSent = exception.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
        return new(neverSent ? DeliveryFate.NotTaken : DeliveryFate.Unknown, null, exception.Message);
    }

    /// <summary>There was one.</summary>
    /// <param name="status">Its status.</param>
    /// <param name="phrase">The status in words.</param>
    /// <param name="retryAfter">The wait that it asks for.</param>
    /// <param name="content">Its body.</param>
    /// <param name="conversation">What the message was posted into; null: it was to begin a conversation.</param>
    public static DeliveryResult Read(HttpStatusCode status, string? phrase, TimeSpan? retryAfter, byte[] content, string? conversation)
    {
        var named = Named(content);
        if ((int)status is >= 200 and < 300)
            return DeliveryResult.Delivered(named?.Id);
        var reason = $"{(int)status} {phrase}: {ErrorCode(content)}".TrimEnd(' ', ':');
        return status switch
        {
            HttpStatusCode.Unauthorized => new(DeliveryFate.NotTaken, null, reason, TokenRefused: true),
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable => new(DeliveryFate.NotTaken, null, reason, retryAfter),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout =>
                new(DeliveryFate.Unknown, null, reason, retryAfter) { Seen = AddressOf(named, conversation) },
            _ => new(DeliveryFate.Refused, null, reason) { IsNotThere = status is HttpStatusCode.NotFound or HttpStatusCode.Gone },
        };
    }

    /// <summary>A message lies in the conversation that it was posted into; one that began a conversation names both.</summary>
    private static MessageAddress? AddressOf(ResourceResponse? named, string? conversation) => (conversation, named) switch
    {
        ({ } into, { Id: { Length: > 0 } id }) => new MessageAddress(into, id),
        (null, { Id: { Length: > 0 } begun, ActivityId: { Length: > 0 } first }) => new MessageAddress(begun, first),
        _ => null,
    };

    private static ResourceResponse? Named(byte[] content)
    {
        try
        {
            return content.Length == 0 ? null : JsonSerializer.Deserialize(content, TeamsJson.Default.ResourceResponse);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The connector's <c>error.code</c> and message, without controls and not long: it goes to log and dead letters.</summary>
    private static string ErrorCode(byte[] content)
    {
        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
                return WordCut.At(SafeText.Plain($"{Text(error, "code")} {Text(error, "message")}"), MaxReasonChars);
        }
        catch (JsonException)
        {
            // Gateways answer in HTML; the status says enough.
        }

        return "";
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
