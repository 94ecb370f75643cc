using Microsoft.AspNetCore.Http;
using NewsBot.Teams.Wire;

namespace NewsBot.Teams.Receiving;

/// <summary>
/// The half of a transport that takes activities in: brings a trusted one to the <see cref="ActivityIntake"/>, and its receipt back to the sender.
/// Thread-safe.
/// </summary>
internal interface IActivityReceiver
{
    /// <summary>Answers the request.</summary>
    /// <param name="http">The request; its body is read already.</param>
    /// <param name="activity">The activity, which the request's token covers.</param>
    /// <param name="body">The activity as it came.</param>
    Task ReceiveAsync(HttpContext http, Activity activity, byte[] body);
}

/// <summary>NewsBot's own: nothing stands between the endpoint and the intake.</summary>
internal sealed class DirectReceiver(ActivityIntake intake) : IActivityReceiver
{
    public async Task ReceiveAsync(HttpContext http, Activity activity, byte[] body)
    {
        var receipt = await intake.TakeAsync(activity, body, http.RequestAborted);
        await receipt.WriteAsync(http.Response, http.RequestAborted);
    }
}
