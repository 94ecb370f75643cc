using NewsBot.Discord.Transport;
using NewsBot.Discord.Wire;

namespace NewsBot.Discord.HttpMode;

/// <summary>Acknowledges an interaction received over HTTP in the response to the call.</summary>
internal sealed class HttpAcknowledgement : IAcknowledgement
{
    private readonly TaskCompletionSource<InteractionCallback> callback = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Gets the content of the response.</summary>
    public Task<InteractionCallback> Callback => callback.Task;

    /// <summary>Reports whether the response was sent.</summary>
    public void Complete(bool hasLeft) => sent.TrySetResult(hasLeft);

    /// <inheritdoc />
    /// <remarks>Returns once the response was sent: before that, Discord would reject what follows.</remarks>
    public async Task<DeliveryFailure?> SendAsync(InteractionCallback callback, CancellationToken cancellationToken)
    {
        this.callback.TrySetResult(callback);
        return await sent.Task.WaitAsync(cancellationToken)
            ? null
            : new DeliveryFailure(
                DeliveryFailureKind.Unreachable,
                0,
                DeliveryFailure.UnknownInteraction,
                "the call was cut before it was answered"
            );
    }
}
