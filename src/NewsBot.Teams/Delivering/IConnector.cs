using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Delivering;

/// <summary>
/// The half of a transport that sends: requests to the Bot Connector, one try each. Failures of network and connector are results, not exceptions.
/// Nothing goes, and no token with it, to a service URL that <see cref="Trust.ServiceHosts"/> does not allow. Thread-safe.
/// </summary>
internal interface IConnector
{
    /// <summary>Posts into a conversation; as the answer to a message when it is given.</summary>
    Task<DeliveryResult> PostAsync(string serviceUrl, string conversation, string? replyTo, Activity activity, bool renewToken, CancellationToken cancellationToken);

    /// <summary>Puts an activity in the place of an earlier one.</summary>
    Task<DeliveryResult> UpdateAsync(string serviceUrl, string conversation, string target, Activity activity, bool renewToken, CancellationToken cancellationToken);

    /// <summary>Opens a chat with a person, or a thread in a channel; the id in the result is the conversation's.</summary>
    Task<DeliveryResult> OpenAsync(string serviceUrl, ConversationParameters parameters, bool renewToken, CancellationToken cancellationToken);
}
