using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NewsBot.Teams.Receiving;
using Newtonsoft.Json.Linq;
using Wire = NewsBot.Teams.Wire;

namespace NewsBot.Bridges.BotFramework.Receiving;

/// <summary>The bot behind the SDK's adapter, for one request: it gives the activity to the intake, as it came over the wire.</summary>
internal sealed class IntakeBot(ActivityIntake intake, Wire.Activity activity, byte[] body) : IBot
{
    /// <summary>What the intake said; null while the SDK has not let the activity through.</summary>
    public Receipt? Receipt { get; private set; }

    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        // The SDK's parser takes names in any case and the last of two; what it vouched for must be what is taken in.
        if (!Agree(turnContext.Activity))
            throw new UnauthorizedAccessException("The activity can be read in two ways.");
        // Else the SDK would answer with a body of its own.
        turnContext.Activity.DeliveryMode = null;

        var receipt = await intake.TakeAsync(activity, body, cancellationToken);
        Receipt = receipt;
        if (activity.Type == Wire.ActivityTypes.Invoke && receipt.Status != StatusCodes.Status501NotImplemented)
            await turnContext.SendActivityAsync(InvokeAnswer(receipt), cancellationToken);
    }

    private bool Agree(Activity read) =>
        read.Type == activity.Type && read.Id == activity.Id && read.ServiceUrl == activity.ServiceUrl && read.ChannelId == activity.ChannelId
        && read.Conversation?.Id == activity.Conversation?.Id && read.From?.Id == activity.From?.Id && read.Text == activity.Text;

    private static Activity InvokeAnswer(Receipt receipt) => new(ActivityTypesEx.InvokeResponse)
    {
        Value = new InvokeResponse { Status = receipt.Status, Body = receipt.Json is { } json ? new JRaw(Encoding.UTF8.GetString(json)) : null },
    };
}
