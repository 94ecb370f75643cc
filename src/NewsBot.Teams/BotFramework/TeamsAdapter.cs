using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Logging;
using NewsBot.Teams.Options;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.BotFramework;

/// <summary>
/// Carries activities in and out. Inbound: the SDK's second check of the token and its middleware, over an activity that the endpoint has
/// read and checked. Outbound: the SDK's connector client. Thread-safe.
/// </summary>
internal sealed class TeamsAdapter : CloudAdapter
{
    /// <summary>Specifies the maximum number of clients kept. Real bots meet a handful of service URLs: one for each region.</summary>
    private const int MaxClients = 64;

    private readonly ConcurrentDictionary<string, IConnectorClient> _clients = new(StringComparer.Ordinal);
    private readonly ConnectorFactory _connectors;

    public TeamsAdapter(TeamsOptions options, BotFrameworkAuthentication authentication, ILogger<CloudAdapter> log)
        : base(authentication, log)
    {
        var bot = options.RequiresTokens ? CreateClaimsIdentity(options.AppId) : new ClaimsIdentity();
        _connectors = authentication.CreateConnectorFactory(bot);
    }

    /// <summary>Passes an activity through the SDK's token check and middleware to <paramref name="take"/>.</summary>
    /// <param name="authorization">The request's Authorization header.</param>
    /// <param name="activity">The activity, read once: the SDK gets a copy of its members.</param>
    /// <param name="take">Receives it. Not called when a middleware ends the turn.</param>
    /// <param name="cancellationToken">Handed on to <paramref name="take"/>.</param>
    /// <exception cref="UnauthorizedAccessException">The SDK rejects the token.</exception>
    public Task ReceiveAsync(
        string authorization,
        Activity activity,
        Func<CancellationToken, Task> take,
        CancellationToken cancellationToken
    ) => ProcessActivityAsync(authorization, SdkActivity.Of(activity), (_, stopping) => take(stopping), cancellationToken);

    /// <summary>
    /// Returns the client of a service URL. Each is kept: a new one analyses the serialization of the SDK's types, which takes longer than
    /// a request.
    /// </summary>
    public async ValueTask<IConnectorClient> ConnectorAsync(string serviceUrl, CancellationToken cancellationToken)
    {
        if (_clients.TryGetValue(serviceUrl, out var kept))
            return kept;
        if (_clients.Count >= MaxClients)
            _clients.Clear();
        return _clients.GetOrAdd(serviceUrl, await _connectors.CreateAsync(serviceUrl, null, cancellationToken));
    }
}
