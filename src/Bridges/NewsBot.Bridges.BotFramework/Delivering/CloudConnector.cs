using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using NewsBot.Teams;
using NewsBot.Teams.Delivering;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;
using Wire = NewsBot.Teams.Wire;

namespace NewsBot.Bridges.BotFramework.Delivering;

/// <summary>Sends with the SDK's connector client. Quotas, order and repeating are the adapter's. Thread-safe.</summary>
internal sealed class CloudConnector(TeamsOptions options, BotFrameworkAuthentication authentication, IConnectorTokens tokens, ServiceHosts hosts, TimeProvider time) : IConnector
{
    /// <summary>Real bots meet a handful of service URLs: one for each region.</summary>
    private const int MaxClients = 64;

    private readonly ConcurrentDictionary<string, IConnectorClient> _clients = new(StringComparer.Ordinal);
    private readonly ConnectorFactory _factory = authentication.CreateConnectorFactory(new ClaimsIdentity(
        options.RequiresTokens ? [new Claim(AuthenticationConstants.AudienceClaim, options.AppId!), new Claim(AuthenticationConstants.AppIdClaim, options.AppId!)] : []));

    public Task<DeliveryResult> PostAsync(string serviceUrl, string conversation, string? replyTo, Wire.Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(serviceUrl, conversation, renewToken, async client => (replyTo is null
            ? await client.Conversations.SendToConversationAsync(conversation, ToSdk(activity), cancellationToken)
            : await client.Conversations.ReplyToActivityAsync(conversation, replyTo, ToSdk(activity), cancellationToken))?.Id, cancellationToken);

    public Task<DeliveryResult> UpdateAsync(string serviceUrl, string conversation, string target, Wire.Activity activity, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(serviceUrl, conversation, renewToken, async client => (await client.Conversations.UpdateActivityAsync(conversation, target, ToSdk(activity), cancellationToken))?.Id, cancellationToken);

    public Task<DeliveryResult> OpenAsync(string serviceUrl, Wire.ConversationParameters parameters, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(serviceUrl, null, renewToken, async client => (await client.Conversations.CreateConversationAsync(
            SdkActivity.Of<Wire.ConversationParameters, ConversationParameters>(parameters, Wire.TeamsJson.Default.ConversationParameters), cancellationToken))?.Id, cancellationToken);

    private static Activity ToSdk(Wire.Activity activity) => SdkActivity.Of<Wire.Activity, Activity>(activity, Wire.TeamsJson.Default.Activity);

    private async Task<DeliveryResult> SendAsync(
        string serviceUrl, string? conversation, bool renewToken, Func<IConnectorClient, Task<string?>> send, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(serviceUrl))
            return ConnectorResponse.NotAllowed;
        try
        {
            // The SDK's client asks the cache for its token; so it is renewed before.
            await tokens.GetAsync(renewToken, cancellationToken);
            return DeliveryResult.Delivered(await send(await ClientAsync(serviceUrl, cancellationToken)));
        }
        catch (ConnectorTokenException e)
        {
            return ConnectorResponse.NoToken(e);
        }
        catch (ErrorResponseException e)
        {
            return ConnectorResponse.Read(
                e.Response.StatusCode, e.Response.ReasonPhrase, RetryAfter(e.Response.Headers), Encoding.UTF8.GetBytes(e.Response.Content ?? ""), conversation);
        }
        catch (SerializationException)
        {
            // It arrived; the SDK could not read the answer.
            return DeliveryResult.Delivered(null);
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

    /// <summary>A client for each service URL, kept: each makes out anew how the SDK's types are written, which takes longer than the request.</summary>
    private async ValueTask<IConnectorClient> ClientAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (_clients.TryGetValue(serviceUrl, out var kept))
            return kept;
        if (_clients.Count >= MaxClients)
            _clients.Clear();
        return _clients.GetOrAdd(serviceUrl, await _factory.CreateAsync(serviceUrl, null, cancellationToken));
    }

    private TimeSpan? RetryAfter(IDictionary<string, IEnumerable<string>> headers)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || !RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var value))
            return null;
        return value.Delta ?? value.Date - time.GetUtcNow();
    }
}
