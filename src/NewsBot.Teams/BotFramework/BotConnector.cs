using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Sends requests to the Bot Connector with the SDK's client, one try each. Failures of network and connector are results, not exceptions.
/// Nothing goes, and no token with it, to a service URL that <see cref="ServiceHosts"/> does not allow. Thread-safe.
/// </summary>
internal sealed class BotConnector(TeamsAdapter adapter, IConnectorTokens tokens, ServiceHosts hosts, TimeProvider time)
{
    /// <summary>Posts a message, as JSON, into a conversation; as the answer to a message when it is given.</summary>
    public Task<DeliveryResult> PostAsync(string serviceUrl, string conversation, string? replyTo, ReadOnlyMemory<byte> message, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(serviceUrl, conversation, renewToken, async conversations => (replyTo is null
            ? await conversations.SendToConversationAsync(conversation, new StoredActivity(message), cancellationToken)
            : await conversations.ReplyToActivityAsync(conversation, replyTo, new StoredActivity(message), cancellationToken))?.Id, cancellationToken);

    /// <summary>Puts a message in the place of an earlier one.</summary>
    public Task<DeliveryResult> UpdateAsync(string serviceUrl, string conversation, string target, ReadOnlyMemory<byte> message, bool renewToken, CancellationToken cancellationToken) =>
        SendAsync(serviceUrl, conversation, renewToken, async conversations =>
            (await conversations.UpdateActivityAsync(conversation, target, new StoredActivity(message), cancellationToken))?.Id, cancellationToken);

    /// <summary>Begins a thread in a channel with a message; the id in the result is the new conversation's.</summary>
    public Task<DeliveryResult> BeginThreadAsync(
        string serviceUrl, string channel, string? tenant, string? bot, ReadOnlyMemory<byte> message, bool renewToken, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = new ChannelAccount(bot),
            TenantId = tenant,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(channel), Tenant = tenant is null ? null : new TenantInfo(tenant) },
            Activity = new StoredActivity(message),
        };
        return SendAsync(serviceUrl, null, renewToken, async conversations => (await conversations.CreateConversationAsync(parameters, cancellationToken))?.Id, cancellationToken);
    }

    private async Task<DeliveryResult> SendAsync(
        string serviceUrl, string? conversation, bool renewToken, Func<IConversations, Task<string?>> send, CancellationToken cancellationToken)
    {
        if (!hosts.Allows(serviceUrl))
            return ConnectorResponse.NotAllowed;
        try
        {
            // The client asks the cache for its token; so it is renewed before.
            await tokens.GetAsync(renewToken, cancellationToken);
            return DeliveryResult.Delivered(await send((await adapter.ConnectorAsync(serviceUrl, cancellationToken)).Conversations));
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

    private TimeSpan? RetryAfter(IDictionary<string, IEnumerable<string>> headers)
    {
        if (!headers.TryGetValue("Retry-After", out var values) || !RetryConditionHeaderValue.TryParse(values.FirstOrDefault(), out var value))
            return null;
        return value.Delta ?? value.Date - time.GetUtcNow();
    }
}
