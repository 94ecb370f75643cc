using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Teams.Keeping;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivering;

/// <summary>Sends requests to the Bot Connector, one try each. Failures of network and connector are results, not exceptions. Thread-safe.</summary>
internal sealed class ConnectorClient(TeamsHttp http, IConnectorTokens tokens, ServiceHosts hosts, TimeProvider time)
{
    private const int MaxReasonChars = 300;

    /// <summary>Posts into a conversation; as the answer to a message when it is given.</summary>
    public Task<DeliveryResult> PostAsync(string serviceUrl, string conversation, string? replyTo, Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, serviceUrl, conversation, $"{Activities(conversation)}{(replyTo is null ? "" : "/" + Uri.EscapeDataString(replyTo))}", activity, TeamsJson.Default.Activity, renewToken, cancellationToken);

    /// <summary>Puts an activity in the place of an earlier one.</summary>
    public Task<DeliveryResult> UpdateAsync(string serviceUrl, string conversation, string target, Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, serviceUrl, conversation, $"{Activities(conversation)}/{Uri.EscapeDataString(target)}", activity, TeamsJson.Default.Activity, renewToken, cancellationToken);

    /// <summary>Opens a chat with a person, or a thread in a channel; the id in the result is the conversation's.</summary>
    public Task<DeliveryResult> OpenAsync(string serviceUrl, ConversationParameters parameters, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, serviceUrl, null, "v3/conversations", parameters, TeamsJson.Default.ConversationParameters, renewToken, cancellationToken);

    private static string Activities(string conversation) => $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    private async Task<DeliveryResult> SendAsync<T>(
        HttpMethod method, string serviceUrl, string? conversation, string path, T body, JsonTypeInfo<T> type, bool renewToken, CancellationToken cancellationToken)
    {
        // The token goes nowhere else, even if the list was made shorter since the message came in.
        if (!hosts.Allows(serviceUrl))
            return new(DeliveryFate.Refused, null, "the service URL is not on the list of allowed hosts");
        string? token;
        try
        {
            token = await tokens.GetAsync(renewToken, cancellationToken);
        }
        catch (ConnectorTokenException e)
        {
            return new(DeliveryFate.NotTaken, null, $"no token: {e.Message}");
        }

        using var request = new HttpRequestMessage(method, $"{serviceUrl.TrimEnd('/')}/{path}");
        request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await http.Client.SendAsync(request, cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return Read(response, content, conversation);
        }
        catch (HttpRequestException e)
        {
            var neverSent = e.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new(neverSent ? DeliveryFate.NotTaken : DeliveryFate.Unknown, null, e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(DeliveryFate.Unknown, null, "no answer in time");
        }
    }

    private DeliveryResult Read(HttpResponseMessage response, byte[] content, string? conversation)
    {
        var named = Named(content);
        if (response.IsSuccessStatusCode)
            return DeliveryResult.Delivered(named?.Id);
        var reason = $"{(int)response.StatusCode} {response.ReasonPhrase}: {ErrorCode(content)}".TrimEnd(' ', ':');
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized => new(DeliveryFate.NotTaken, null, reason, TokenRefused: true),
            HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or HttpStatusCode.ServiceUnavailable => new(DeliveryFate.NotTaken, null, reason, RetryAfter(response)),
            HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout =>
                new(DeliveryFate.Unknown, null, reason, RetryAfter(response)) { Seen = AddressOf(named, conversation) },
            _ => new(DeliveryFate.Refused, null, reason) { IsNotThere = response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone },
        };
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };

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
                return Rendering.WordCut.At(Rendering.SafeText.Plain($"{Text(error, "code")} {Text(error, "message")}"), MaxReasonChars);
        }
        catch (JsonException)
        {
            // Gateways answer in HTML; the status says enough.
        }

        return "";
    }

    private static string? Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
