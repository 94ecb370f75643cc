using NewsBot.Teams.BotFramework;
using NewsBot.Teams.Delivery;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Turns;

/// <summary>Sends what is useful now or not at all: one attempt, within the quotas, not stored. Thread-safe.</summary>
internal sealed class Notices(BotConnector connector, SendGate gate)
{
    /// <summary>Sends a notice into the conversation of a message.</summary>
    public Task<DeliveryResult> SendAsync(TurnContext context, Activity notice, CancellationToken cancellationToken)
    {
        var body = TeamsJson.Bytes(context.Addressed(notice));
        return gate.SendAsync(
            context.Conversation,
            context.TenantId,
            () => connector.PostAsync(context.ServiceUrl, context.Conversation, null, body, renewToken: false, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Determines whether the quota has room for an optional message.</summary>
    public ValueTask<bool> HaveRoomAsync(TurnContext context, CancellationToken cancellationToken) =>
        gate.HasAmpleRoomAsync(context.Conversation, cancellationToken);
}
