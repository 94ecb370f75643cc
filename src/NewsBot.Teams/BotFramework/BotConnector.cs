using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using NewsBot.Teams.Storage;
using NewsBot.Teams.Tokens;
using NewsBot.Teams.Trust;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Sends requests to the Bot Connector with the SDK's client, one attempt each. Failures of network and connector are results, not
/// exceptions. Neither a request nor its token goes to a service URL that <see cref="ServiceHosts"/> does not allow. Thread-safe.
/// </summary>
internal sealed class BotConnector(TeamsAdapter adapter, IConnectorTokens tokens, ServiceHosts hosts, TimeProvider time)
{
    /// <summary>Posts a message, as JSON, into a conversation; as a reply where a message is given.</summary>
    public Task<DeliveryResult> PostAsync(
        string serviceUrl,
        string conversation,
        string? replyTo,
        ReadOnlyMemory<byte> message,
        bool renewToken,
        CancellationToken cancellationToken
    )
    {
        var activity = new StoredActivity(message);
        return SendAsync(
            serviceUrl,
            conversation,
            async to =>
                (
                    replyTo is null
                        ? await to.SendToConversationAsync(conversation, activity, cancellationToken)
                        : await to.ReplyToActivityAsync(conversation, replyTo, activity, cancellationToken)
                )?.Id,
            renewToken,
            cancellationToken
        );
    }

    /// <summary>Replaces an earlier message.</summary>
    public Task<DeliveryResult> UpdateAsync(
        string serviceUrl,
        string conversation,
        string target,
        ReadOnlyMemory<byte> message,
        bool renewToken,
        CancellationToken cancellationToken
    ) =>
        SendAsync(
            serviceUrl,
            conversation,
            async to => (await to.UpdateActivityAsync(conversation, target, new StoredActivity(message), cancellationToken))?.Id,
            renewToken,
            cancellationToken
        );

    /// <summary>Starts a thread in a channel with a message; the id in the result is that of the new conversation.</summary>
    public async Task<DeliveryResult> BeginThreadAsync(
        string serviceUrl,
        string channel,
        string? tenant,
        string? bot,
        ReadOnlyMemory<byte> message,
        bool renewToken,
        CancellationToken cancellationToken
    )
    {
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = new ChannelAccount(bot),
            TenantId = tenant,
            ChannelData = new TeamsChannelData
            {
                Channel = new ChannelInfo(channel),
                Tenant = tenant is null ? null : new TenantInfo(tenant),
            },
            Activity = new StoredActivity(message),
        };
        MessageAddress? first = null;
        var result = await SendAsync(
            serviceUrl,
            null,
            async to =>
            {
                var begun = await to.CreateConversationAsync(parameters, cancellationToken);
                first = begun is { Id: { Length: > 0 } thread, ActivityId: { Length: > 0 } message }
                    ? new MessageAddress(thread, message)
                    : null;
                return begun?.Id;
            },
            renewToken,
            cancellationToken
        );
        return result with { Seen = result.Seen ?? first };
    }

    private async Task<DeliveryResult> SendAsync(
        string serviceUrl,
        string? conversation,
        Func<IConversations, Task<string?>> send,
        bool renewToken,
        CancellationToken cancellationToken
    )
    {
        if (!hosts.Allows(serviceUrl))
            return ConnectorResponse.NotAllowed;
        try
        {
            // The client asks the cache for its token, so the token is renewed first.
            await tokens.GetAsync(renewToken, cancellationToken);
            return DeliveryResult.Delivered(await send((await adapter.ConnectorAsync(serviceUrl, cancellationToken)).Conversations));
        }
        catch (ConnectorTokenException e)
        {
            return ConnectorResponse.NoToken(e);
        }
        catch (ErrorResponseException e)
        {
            var response = e.Response;
            var content = Encoding.UTF8.GetBytes(response.Content ?? "");
            return ConnectorResponse.Read(response.StatusCode, response.ReasonPhrase, RetryAfter(response.Headers), content, conversation);
        }
        catch (SerializationException)
        {
            // It arrived; the SDK could not read the response.
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
        var text = headers.TryGetValue("Retry-After", out var values) ? values.FirstOrDefault() : null;
        return RetryConditionHeaderValue.TryParse(text, out var value) ? value.Delta ?? value.Date - time.GetUtcNow() : null;
    }
}
