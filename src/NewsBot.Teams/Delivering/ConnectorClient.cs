using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivering;

/// <summary>Speaks the Bot Connector's protocol by itself.</summary>
internal sealed class ConnectorClient(TeamsHttp http, IConnectorTokens tokens, ServiceHosts hosts, TimeProvider time) : IConnector
{
    public Task<DeliveryResult> PostAsync(string serviceUrl, string conversation, string? replyTo, Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, serviceUrl, conversation, $"{Activities(conversation)}{(replyTo is null ? "" : "/" + Uri.EscapeDataString(replyTo))}", activity, TeamsJson.Default.Activity, renewToken, cancellationToken);

    public Task<DeliveryResult> UpdateAsync(string serviceUrl, string conversation, string target, Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Put, serviceUrl, conversation, $"{Activities(conversation)}/{Uri.EscapeDataString(target)}", activity, TeamsJson.Default.Activity, renewToken, cancellationToken);

    public Task<DeliveryResult> OpenAsync(string serviceUrl, ConversationParameters parameters, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, serviceUrl, null, "v3/conversations", parameters, TeamsJson.Default.ConversationParameters, renewToken, cancellationToken);

    private static string Activities(string conversation) => $"v3/conversations/{Uri.EscapeDataString(conversation)}/activities";

    private async Task<DeliveryResult> SendAsync<T>(
        HttpMethod method, string serviceUrl, string? conversation, string path, T body, JsonTypeInfo<T> type, bool renewToken, CancellationToken cancellationToken)
    {
        // The token goes nowhere else, even if the list was made shorter since the message came in.
        if (!hosts.Allows(serviceUrl))
            return ConnectorResponse.NotAllowed;
        string? token;
        try
        {
            token = await tokens.GetAsync(renewToken, cancellationToken);
        }
        catch (ConnectorTokenException e)
        {
            return ConnectorResponse.NoToken(e);
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
            return ConnectorResponse.Read(response.StatusCode, response.ReasonPhrase, RetryAfter(response), content, conversation);
        }
        catch (HttpRequestException e)
        {
            return ConnectorResponse.None(e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ConnectorResponse.Late;
        }
    }

    private TimeSpan? RetryAfter(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - time.GetUtcNow(),
        _ => null,
    };
}
